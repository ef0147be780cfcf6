import { readFileSync } from 'node:fs';
import { checkDeployment } from '@gatehouse/gateway/snapshot';
import { beforeEach, describe, expect, test } from 'vitest';
import { editor, refusal, testControl } from '../testControl';

const kit = testControl();
const corpus = (name: string) =>
  readFileSync(new URL(`../../openapi/corpus/${name}`, import.meta.url), 'utf8');
const uri = (name: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:${name}/invocations`;

const token = (functionName: string) => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: uri(functionName) },
});
const pool = (provider = 'https://issuer.example') => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [provider] },
});

/** `path` -> scheme of its GET, with these schemes. */
function document(paths: Record<string, string>, securitySchemes: object, root: object = {}): string {
  const integration = { type: 'mock', requestTemplates: { 'application/json': '{"statusCode": 200}' } };
  const operations = Object.entries(paths).map(([path, scheme]) => [
    path,
    {
      get: {
        responses: {},
        security: [{ [scheme]: [] }],
        'x-amazon-apigateway-integration': integration,
      },
    },
  ]);
  return JSON.stringify(
    {
      openapi: '3.0.1',
      info: { title: 'Guarded', version: '1' },
      paths: Object.fromEntries(operations),
      components: { securitySchemes },
      ...root,
    },
    null,
    1,
  );
}

async function makeFunction(functionName: string) {
  const code = { inlineCode: 'export const handler = async () => ({});' };
  await kit.control.functions.create(editor, { functionName, runtime: 'nodejs20.x', code });
}

async function importNew(text: string): Promise<string> {
  const { restApi } = await kit.control.restApis.import(editor, { document: text });
  return restApi?.id ?? '';
}

/** `path` -> name of the authorizer that its GET asks. */
async function asked(restApiId: string): Promise<Record<string, string>> {
  const names = new Map(
    (await kit.control.authorizers.list(editor, restApiId)).map(({ id, name }) => [id, name]),
  );
  const resources = await kit.control.resources.list(editor, restApiId);
  return Object.fromEntries(
    resources.flatMap(({ path, resourceMethods: { GET } }) =>
      GET ? [[path, names.get(GET.authorizerId ?? '') ?? GET.authorizationType]] : [],
    ),
  );
}

describe('an API with every authorizer', () => {
  test('comes from a document, is kept, and reaches the engine', async () => {
    const restApiId = await importNew(corpus('everyAuthorizer.json'));
    const authorizers = await kit.control.authorizers.list(editor, restApiId);
    expect(authorizers.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
      'nobodys COGNITO_USER_POOLS',
      'pool COGNITO_USER_POOLS',
      'requests REQUEST',
      'tokens TOKEN',
      'uncached REQUEST',
    ]);
    expect(await asked(restApiId)).toEqual({
      '/both': 'AWS_IAM',
      '/pool': 'pool',
      '/request': 'requests',
      '/signed': 'AWS_IAM',
    });
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
    const [deployed] = kit.snapshots.at(-1)?.deployments ?? [];
    expect(() => checkDeployment(deployed)).not.toThrow();
    const ids = new Map(authorizers.map(({ name, id }) => [name, id]));
    expect(deployed).toMatchObject({ apiKeySource: 'AUTHORIZER' });
    expect(deployed?.authorizers?.find(({ name }) => name === 'tokens')).toEqual({
      id: ids.get('tokens'),
      name: 'tokens',
      type: 'TOKEN',
      authorizerUri: uri('tokens'),
      authorizerCredentials: 'arn:aws:iam::000000000000:role/authorizers',
      identitySource: 'method.request.header.X-Token',
      identityValidationExpression: '^x-[a-z]+',
      authorizerResultTtlInSeconds: 60,
      providerARNs: [],
    });
    expect(JSON.parse(deployed?.policy ?? '')).toMatchObject({
      Statement: [{ Resource: `arn:aws:execute-api:us-east-1:000000000000:${restApiId}/*` }, {}],
    });
    const post = deployed?.resources.find(({ path }) => path === '/pool')?.resourceMethods.POST;
    expect(post).toMatchObject({
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId: ids.get('pool'),
      authorizationScopes: ['pets/read', 'pets/write'],
    });
    const signed = deployed?.resources.find(({ path }) => path === '/signed')?.resourceMethods.GET;
    expect(signed?.methodIntegration).toMatchObject({ type: 'AWS', credentials: 'arn:aws:iam::*:user/*' });
  });

  test.each([
    ['oas30', 'json'],
    ['oas30', 'yaml'],
    ['swagger', 'json'],
    ['swagger', 'yaml'],
  ] as const)('exported as %s in %s and imported again is the same', async (exportType, format) => {
    const restApiId = await importNew(corpus('everyAuthorizer.json'));
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
    const before = await kit.control.authorizers.list(editor, restApiId);
    const exported = { restApiId, exportType, format, extensions: true } as const;
    const { body } = await kit.control.restApis.export(editor, exported);
    await kit.control.restApis.import(editor, { document: body, restApiId, mode: 'overwrite' });
    expect(await kit.control.authorizers.list(editor, restApiId)).toEqual(before);
    expect(await kit.control.deployments.pending(editor, restApiId, 'dev')).toEqual([]);
    expect((await kit.control.restApis.export(editor, exported)).body).toBe(body);
  });

  test('is copied with authorizers of its own, which its methods ask', async () => {
    const restApiId = await importNew(corpus('everyAuthorizer.json'));
    const clone = await kit.control.restApis.clone(editor, restApiId, { name: 'Copy' });
    const idsOf = async (id: string) =>
      (await kit.control.authorizers.list(editor, id)).map((authorizer) => authorizer.id);
    const both = [...(await idsOf(restApiId)), ...(await idsOf(clone.id))];
    expect(new Set(both).size).toBe(10);
    expect(await asked(clone.id)).toEqual(await asked(restApiId));
    await kit.control.restApis.delete(editor, restApiId);
    expect(await asked(clone.id)).toMatchObject({ '/pool': 'pool', '/request': 'requests' });
  });
});

describe('into an API', () => {
  let restApiId = '';
  beforeEach(async () => {
    restApiId = await importNew(document({ '/a': 'one', '/b': 'two' }, { one: token('f'), two: pool() }));
  });
  const list = async () => kit.control.authorizers.list(editor, restApiId);

  test('merge replaces an authorizer of the same name; whoever asks it asks it still', async () => {
    const before = await list();
    const text = document({ '/c': 'one', '/d': 'new' }, { one: token('g'), new: token('h') });
    await kit.control.restApis.import(editor, { document: text, restApiId });
    const after = await list();
    expect(after.map(({ name }) => name)).toEqual(['new', 'one', 'two']);
    for (const { name, id } of before) expect(after).toContainEqual(expect.objectContaining({ name, id }));
    expect(after.find(({ name }) => name === 'one')?.authorizerUri).toBe(uri('g'));
    expect(await asked(restApiId)).toEqual({ '/a': 'one', '/b': 'two', '/c': 'one', '/d': 'new' });
  });

  test('overwrite leaves only the authorizers that it names, each under its id', async () => {
    const two = (await list()).find(({ name }) => name === 'two');
    const text = document({ '/a': 'two' }, { two: pool() });
    await kit.control.restApis.import(editor, { document: text, restApiId, mode: 'overwrite' });
    expect(await list()).toEqual([two]);
    expect(await asked(restApiId)).toEqual({ '/a': 'two' });
  });

  test('a merge that would make an authorizer of another kind is refused while a method asks it', async () => {
    const text = document({ '/c': 'one' }, { one: pool() });
    const work = () => kit.control.restApis.import(editor, { document: text, restApiId });
    expect(await refusal(kit, work)).toEqual({
      code: 'BadRequestException',
      message:
        'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
      fields: ['GET /a authorizerId'],
    });
  });

  test('merge replaces the policy, or leaves it; overwrite clears it', async () => {
    const statement = { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' };
    const policy = { Version: '2012-10-17', Statement: [statement] };
    const kept = async () => (await kit.control.restApis.get(editor, restApiId)).policy;
    const put = (text: string, mode: 'merge' | 'overwrite') =>
      kit.control.restApis.import(editor, { document: text, restApiId, mode });
    const plain = document({ '/a': 'one' }, { one: token('f') });
    await put(
      document({ '/a': 'one' }, { one: token('f') }, { 'x-amazon-apigateway-policy': policy }),
      'merge',
    );
    expect(await kept()).toBe(JSON.stringify(policy));
    await put(plain, 'merge');
    expect(await kept()).toBe(JSON.stringify(policy));
    await put(plain, 'overwrite');
    expect(await kept()).toBeUndefined();
  });

  test('a rehearsal tells the same and changes nothing', async () => {
    const text = document({ '/c': 'one' }, { one: token('nosuch'), two: pool('arn:aws:cognito-idp:x') });
    const before = await list();
    const { warnings } = await kit.control.restApis.import(editor, {
      document: text,
      restApiId,
      dryRun: true,
    });
    expect(await list()).toEqual(before);
    expect((await kit.control.restApis.import(editor, { document: text, restApiId })).warnings).toEqual(
      warnings,
    );
    expect(warnings).toHaveLength(2);
  });
});

describe('what a document names', () => {
  test('functions and user pools that are not there are told of with their lines', async () => {
    await makeFunction('there');
    const { arn } = await kit.control.userPools.create(editor, { name: 'Staff' });
    const elsewhere = {
      ...token('f'),
      'x-amazon-apigateway-authorizer': {
        type: 'token',
        authorizerUri: uri('f').replaceAll('000000000000', '111111111111'),
      },
    };
    const schemes = {
      a: token('there'),
      b: token('nosuch'),
      c: pool('arn:aws:cognito-idp:x'),
      d: elsewhere,
      e: pool(arn),
    };
    const text = document({ '/a': 'b' }, schemes).replace(
      '"type": "mock"',
      `"type": "aws_proxy", "httpMethod": "POST", "uri": "${uri('gone')}"`,
    );
    const { warnings } = await kit.control.restApis.import(editor, { document: text });
    const at = '/components/securitySchemes';
    expect(warnings.map(({ pointer }) => pointer)).toEqual([
      '/paths/~1a/get/x-amazon-apigateway-integration/uri',
      `${at}/b/x-amazon-apigateway-authorizer/authorizerUri`,
      `${at}/c/x-amazon-apigateway-authorizer/providerARNs/0`,
    ]);
    const lines = text.split('\n');
    for (const { line, message } of warnings) {
      const [named = ''] = /(gone|nosuch|arn:aws:cognito-idp:x)/.exec(message) ?? [];
      expect(lines[line - 1]).toContain(named);
    }
    const work = () => kit.control.restApis.import(editor, { document: text, failOnWarnings: true });
    expect(await refusal(kit, work)).toMatchObject({ fields: warnings.map(({ pointer }) => pointer) });
  });

  test('a policy that speaks of another API is told of, one about the API itself is not', async () => {
    const restApiId = await importNew(corpus('everyAuthorizer.json'));
    const exported = { restApiId, exportType: 'oas30', format: 'json', extensions: true } as const;
    const { body } = await kit.control.restApis.export(editor, exported);
    const told = async (input: object) => {
      const { warnings } = await kit.control.restApis.import(editor, { document: body, ...input });
      return warnings.filter(({ pointer }) => pointer === '/x-amazon-apigateway-policy');
    };
    expect(await told({ restApiId, mode: 'overwrite' })).toEqual([]);
    expect(await told({ dryRun: true })).toEqual([
      {
        line: body.split('\n').findIndex((line) => line.includes('x-amazon-apigateway-policy')) + 1,
        pointer: '/x-amazon-apigateway-policy',
        message: expect.stringContaining(`speaks of the API ${restApiId}, not of this one`),
      },
    ]);
  });

  test('the account and the region of here stand for AWS’s variables', async () => {
    await makeFunction('there');
    const text = document({ '/a': 'one' }, { one: token('there') })
      .replaceAll('us-east-1', '${AWS::Region}')
      .replaceAll('000000000000', '${AWS::AccountId}');
    const { restApi, warnings } = await kit.control.restApis.import(editor, { document: text });
    expect(warnings).toEqual([]);
    expect(await kit.control.authorizers.list(editor, restApi?.id ?? '')).toMatchObject([
      { authorizerUri: uri('there') },
    ]);
  });

  test.each<[string, string, string, RegExp]>([
    [
      'an issuer whose keys would travel in the open',
      document({ '/a': 'one' }, { one: pool('http://issuer.example') }),
      'Authorizer one providerARNs',
      /^Use the ARN of a user pool, or an issuer/,
    ],
    [
      'a token pattern that is none',
      document({ '/a': 'one' }, { one: token('f') }).replace(
        '"type": "token"',
        '"type": "token", "identityValidationExpression": "("',
      ),
      'Authorizer one identityValidationExpression',
      /^Not a regular expression that the gateway runs/,
    ],
    [
      'what is no function',
      document({ '/a': 'one' }, { one: token('f') }).replace(':function:', ':layer:'),
      'Authorizer one authorizerUri',
      /^Not a function's ARN/,
    ],
    [
      'a policy that cannot be kept to',
      document({ '/a': 'one' }, { one: token('f') }, { 'x-amazon-apigateway-policy': { Statement: [{}] } }),
      'policy',
      /^Invalid policy document\. Statement\[0\]/,
    ],
  ])('%s is refused with its line', async (_name, text, field, message) => {
    const work = () => kit.control.restApis.import(editor, { document: text });
    expect(await refusal(kit, work)).toEqual({
      code: 'BadRequestException',
      message: expect.stringMatching(message),
      fields: [field],
    });
    const error: unknown = await work().catch((thrown) => thrown);
    expect(error).toHaveProperty('fields.0.line', expect.any(Number));
  });
});
