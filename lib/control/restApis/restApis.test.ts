import { checkDeployment } from '@gatehouse/gateway/snapshot';
import { describe, expect, test } from 'vitest';
import type { RestApiInput, RestApiUpdate } from '@/lib/model/restApi';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';

const kit = testControl();

test('an API comes back as it was made, with its root and the models of AWS', async () => {
  const made = await kit.control.restApis.create(editor, { name: ' Pets ', description: 'All pets' });
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{10}$/),
    name: 'Pets',
    description: 'All pets',
    binaryMediaTypes: [],
    apiKeySource: 'HEADER',
    createdDate: kit.clock.now,
    rootResourceId: expect.stringMatching(/^[a-z0-9]{10}$/),
    methodCount: 0,
    stageNames: [],
  });
  expect(await kit.control.restApis.get(editor, made.id)).toEqual(made);
  expect(await kit.control.resources.list(editor, made.id)).toEqual([
    { id: made.rootResourceId, path: '/', resourceMethods: {} },
  ]);
  const pending = await kit.control.deployments.pending(editor, made.id);
  expect(pending.map(({ sentence }) => sentence)).toEqual(['Model Empty added', 'Model Error added']);
});

test('the list is newest first and counts methods and stages', async () => {
  const first = await mockApi(kit, 'First');
  await kit.control.deployments.create(editor, first.id, { stageName: 'dev' });
  kit.clock.now += 1_000;
  const second = await kit.control.restApis.create(editor, { name: 'Second' });
  expect(await kit.control.restApis.list(editor)).toMatchObject([
    { id: second.id, methodCount: 0, stageNames: [] },
    { id: first.id, methodCount: 1, stageNames: ['dev'] },
  ]);
});

test.each<[string, RestApiInput, string, string]>([
  ['no name', { name: ' ' }, 'name', 'Name is required'],
  ['a long name', { name: 'x'.repeat(1025) }, 'name', 'Name is at most 1,024 characters'],
  [
    'an empty description',
    { name: 'x', description: '' },
    'description',
    'Description cannot be an empty string',
  ],
])('%s is refused', async (_name, input, field, message) => {
  const refused = { code: 'BadRequestException', message, fields: [field] };
  expect(await refusal(kit, () => kit.control.restApis.create(editor, input))).toEqual(refused);
});

test('an update changes what is given, a deletion all', async () => {
  const { id } = await mockApi(kit);
  const updated = await kit.control.restApis.update(editor, id, { description: 'New', name: undefined });
  expect(updated).toMatchObject({ name: 'Mock', description: 'New' });
  await kit.control.deployments.create(editor, id, { stageName: 'dev' });
  await kit.control.restApis.delete(editor, id);
  expect(kit.snapshots.at(-1)).toMatchObject({ stages: [], deployments: [] });
  expect(await kit.control.restApis.list(editor)).toEqual([]);
  expect(await refusal(kit, () => kit.control.restApis.get(editor, id))).toMatchObject({
    code: 'NotFoundException',
    message: `Invalid API identifier specified 000000000000:${id}`,
  });
});

test('an empty description or version clears what was there, also for the next export', async () => {
  const { id } = await kit.control.restApis.create(editor, { name: 'A', description: 'Old', version: '1' });
  const { description, version, name } = await kit.control.restApis.update(editor, id, { description: '' });
  expect({ description, version, name }).toEqual({ description: undefined, version: '1', name: 'A' });
  await kit.control.restApis.update(editor, id, { version: '' });
  expect(await kit.control.restApis.get(editor, id)).not.toHaveProperty('version');
  const input = { restApiId: id, exportType: 'oas30', format: 'json', extensions: false } as const;
  const { info } = JSON.parse((await kit.control.restApis.export(editor, input)).body);
  expect(info).not.toHaveProperty('description');
});

test('what an API is beside its methods is kept, cleared one by one, cloned and handed to the engine', async () => {
  const settings = {
    binaryMediaTypes: ['image/*', '*/*'],
    minimumCompressionSize: 0,
    apiKeySource: 'AUTHORIZER',
  } as const;
  const { id } = await kit.control.restApis.create(editor, {
    name: 'A',
    ...settings,
    binaryMediaTypes: [...settings.binaryMediaTypes],
  });
  expect(await kit.control.restApis.get(editor, id)).toMatchObject(settings);
  const clone = await kit.control.restApis.clone(editor, id, { name: 'B', minimumCompressionSize: 5 });
  expect(await kit.control.restApis.list(editor)).toMatchObject([
    { name: 'B', ...settings, minimumCompressionSize: 5 },
    { name: 'A', ...settings },
  ]);
  await mockMethod(kit, clone.id, clone.rootResourceId);
  await kit.control.deployments.create(editor, clone.id, { stageName: 'dev' });
  const [deployed] = kit.snapshots.at(-1)?.deployments ?? [];
  expect(deployed).toMatchObject({
    binaryMediaTypes: settings.binaryMediaTypes,
    minimumCompressionSize: 5,
    models: [{ name: 'Empty' }, { name: 'Error' }],
  });
  expect(() => checkDeployment(deployed)).not.toThrow();
  await kit.control.restApis.update(editor, id, { minimumCompressionSize: null });
  expect(await kit.control.restApis.get(editor, id)).not.toHaveProperty('minimumCompressionSize');
  await kit.control.restApis.update(editor, id, { binaryMediaTypes: [], apiKeySource: 'HEADER' });
  expect(await kit.control.restApis.get(editor, id)).toMatchObject({
    binaryMediaTypes: [],
    apiKeySource: 'HEADER',
  });
});

test.each<[string, RestApiUpdate, string, string]>([
  [
    'a size below 0',
    { minimumCompressionSize: -1 },
    'minimumCompressionSize',
    'Invalid minimum compression size, must be between 0 and 10485760',
  ],
  [
    'a size above 10 MB',
    { minimumCompressionSize: 10_485_761 },
    'minimumCompressionSize',
    'Invalid minimum compression size, must be between 0 and 10485760',
  ],
  [
    'a type that is none',
    { binaryMediaTypes: ['image/png', 'png'] },
    'binaryMediaTypes.1',
    'Use a media type such as image/png or image/*',
  ],
])('%s is refused', async (_name, input, field, message) => {
  const { id } = await mockApi(kit);
  const refused = { code: 'BadRequestException', message, fields: [field] };
  expect(await refusal(kit, () => kit.control.restApis.update(editor, id, input))).toEqual(refused);
});

test('a clone is the same API under new ids, and goes its own way', async () => {
  const sample = await kit.control.restApis.createSample(editor);
  const clone = await kit.control.restApis.clone(editor, sample.id, { name: 'Copy' });
  expect(clone).toMatchObject({ name: 'Copy', methodCount: sample.methodCount });
  const ids = async (restApiId: string) =>
    (await kit.control.resources.list(editor, restApiId)).map(({ id }) => id);
  const both = [...(await ids(sample.id)), ...(await ids(clone.id))];
  expect(new Set(both).size).toBe(6);
  await kit.control.methods.delete(editor, clone.id, clone.rootResourceId, 'GET');
  expect(await kit.control.restApis.get(editor, sample.id)).toMatchObject({ methodCount: 6 });
});

describe('the sample', () => {
  test('is the pet store of AWS and deploys', async () => {
    const sample = await kit.control.restApis.createSample(editor);
    const resources = await kit.control.resources.list(editor, sample.id);
    expect(resources.map(({ path, resourceMethods }) => [path, Object.keys(resourceMethods)])).toEqual([
      ['/', ['GET']],
      ['/pets', ['GET', 'OPTIONS', 'POST']],
      ['/pets/{petId}', ['GET', 'OPTIONS']],
    ]);
    expect(resources[2]?.resourceMethods.GET?.methodIntegration).toMatchObject({
      type: 'HTTP',
      uri: 'http://127.0.0.1:8081/petstore/pets/{petId}',
      requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
    });
    await kit.control.deployments.create(editor, sample.id, { stageName: 'dev' });
    expect(kit.snapshots.at(-1)?.stages).toMatchObject([{ stageName: 'dev' }]);
  });

  test.each([
    'oas30',
    'swagger',
  ] as const)('exported as %s and imported again it is the same', async (exportType) => {
    const { id } = await kit.control.restApis.createSample(editor);
    await kit.control.deployments.create(editor, id, { stageName: 'dev' });
    for (const format of ['json', 'yaml'] as const) {
      const input = { restApiId: id, stageName: 'dev', exportType, format, extensions: true };
      const file = await kit.control.restApis.export(editor, input);
      expect(file).toMatchObject({
        fileName: `${exportType}_1.0.0.${format}`,
        contentType: `application/${format}`,
      });
      const imported = await kit.control.restApis.import(editor, {
        document: file.body,
        restApiId: id,
        mode: 'overwrite',
      });
      const places = imported.warnings.map(({ pointer }) => pointer);
      // Where the original answered is all that an import leaves out, and it says so.
      expect(places).toEqual(exportType === 'oas30' ? ['/servers'] : ['/host', '/basePath', '/schemes']);
      expect(await kit.control.deployments.pending(editor, id, 'dev')).toEqual([]);
    }
  });
});

test.each([
  ['oas30', 'json'],
  ['oas30', 'yaml'],
  ['swagger', 'json'],
  ['swagger', 'yaml'],
] as const)('an API with everything, exported as %s in %s and imported again, is the same', async (exportType, format) => {
  const { id, rootResourceId } = await kit.control.restApis.create(editor, {
    name: 'All',
    binaryMediaTypes: ['image/*'],
    minimumCompressionSize: 10,
    apiKeySource: 'AUTHORIZER',
  });
  await kit.control.models.create(editor, id, { name: 'Pet', schema: '{"type":"object"}' });
  await kit.control.gatewayResponses.enableCors(editor, id, { allowOrigin: '*', allowHeaders: 'A' });
  await kit.control.gatewayResponses.put(editor, id, 'THROTTLED', { statusCode: '430' });
  const { id: requestValidatorId } = await kit.control.requestValidators.create(editor, id, {
    name: 'body',
    validateRequestParameters: false,
    validateRequestBody: true,
  });
  const at = [editor, id, rootResourceId, 'POST'] as const;
  await kit.control.methods.put(...at, {
    requestValidatorId,
    requestModels: { 'application/json': 'Pet' },
    requestParameters: { 'method.request.header.X': false },
  });
  await kit.control.methods.putIntegration(...at, {
    type: 'HTTP_PROXY',
    httpMethod: 'POST',
    uri: 'https://a.example',
    timeoutInMillis: 100_000,
    contentHandling: 'CONVERT_TO_BINARY',
    cacheNamespace: 'all',
    cacheKeyParameters: ['method.request.header.X'],
    tlsConfig: { insecureSkipVerification: true },
    connectionType: 'VPC_LINK',
    connectionId: '${stageVariables.link}',
    responseTransferMode: 'STREAM',
  });
  const exported = { restApiId: id, exportType, format, extensions: true } as const;
  const { body } = await kit.control.restApis.export(editor, exported);
  await kit.control.deployments.create(editor, id, { stageName: 'dev' });
  await kit.control.restApis.import(editor, { document: body, restApiId: id, mode: 'overwrite' });
  expect(await kit.control.deployments.pending(editor, id, 'dev')).toEqual([]);
  expect((await kit.control.restApis.export(editor, exported)).body).toBe(body);
});

/** A document with these operations (`GET /path`), each answered by MOCK. */
function openApi(operations: string[], extra: Record<string, unknown> = {}) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [verb = '', path = ''] = operation.toLowerCase().split(' ');
    const integration = { type: 'mock', requestTemplates: { 'application/json': '{"statusCode": 200}' } };
    paths[path] = {
      ...paths[path],
      [verb]: { responses: {}, 'x-amazon-apigateway-integration': integration },
    };
  }
  return JSON.stringify(
    { openapi: '3.0.1', info: { title: 'Imported', version: '2' }, paths, ...extra },
    null,
    2,
  );
}

describe('importing', () => {
  const paths = async (restApiId: string) =>
    (await kit.control.resources.list(editor, restApiId)).map(({ path }) => path);

  test('makes a new API', async () => {
    const document = openApi(['GET /a', 'POST /a', 'GET /b/c']);
    const { restApi, operationCount, warnings } = await kit.control.restApis.import(editor, { document });
    expect({ operationCount, warnings }).toEqual({ operationCount: 3, warnings: [] });
    expect(restApi).toMatchObject({ name: 'Imported', version: '2', methodCount: 3 });
    expect(await paths(restApi?.id ?? '')).toEqual(['/', '/a', '/b', '/b/c']);
  });

  test('a rehearsal writes nothing and reports the same', async () => {
    const document = openApi(['GET /a'], { 'x-unknown': 1, security: [{ key: [] }] });
    const before = await kit.control.restApis.list(editor);
    const rehearsed = await kit.control.restApis.import(editor, { document, dryRun: true });
    expect(await kit.control.restApis.list(editor)).toEqual(before);
    const { restApi, ...report } = await kit.control.restApis.import(editor, { document });
    expect(restApi).toBeDefined();
    expect(rehearsed).toEqual(report);
    expect(report.warnings.length).toBeGreaterThan(0);
  });

  test.each([
    ['that is no JSON or YAML', '{"openapi": '],
    ['that is no OpenAPI', '{"a": 1}'],
    ['with a greedy parameter in the middle', openApi(['GET /{proxy+}/more'])],
    ['with two variables beside each other', openApi(['GET /pets/{a}', 'GET /pets/{b}'])],
  ])('a document %s is refused with line and reason', async (_name, document) => {
    const error: unknown = await kit.control.restApis.import(editor, { document }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'BadRequestException' });
    expect(error).toHaveProperty('message', expect.stringMatching(/^Invalid OpenAPI input\. Line \d+: ./));
    expect(error).toHaveProperty('fields.0.line', expect.any(Number));
    expect(await refusal(kit, () => kit.control.restApis.import(editor, { document }))).toBeDefined();
  });

  test('failOnWarnings refuses what is not honoured, with every place', async () => {
    const document = openApi(['GET /a'], { 'x-unknown': 1, security: [{ key: [] }] });
    const work = () => kit.control.restApis.import(editor, { document, failOnWarnings: true });
    const refused = await refusal(kit, work);
    expect(refused.message).toMatch(/^Warnings found during import Line \d+: /);
    expect(refused.fields.length).toBeGreaterThan(1);
  });

  test('models that cannot check bodies and links that are not there are told of, each at its place', async () => {
    const ahead = { type: 'string', pattern: '(?=a)b' };
    const schemas = { Fine: { type: 'object' }, Ahead: ahead, Unused: ahead };
    const content = Object.fromEntries(
      Object.keys(schemas)
        .slice(0, 2)
        .map((name) => [`a/${name}`, { schema: { $ref: `#/components/schemas/${name}` } }]),
    );
    const document = openApi(['GET /a'], {
      components: { schemas },
      'x-amazon-apigateway-request-validators': { body: { validateRequestBody: true } },
      'x-amazon-apigateway-request-validator': 'body',
    })
      .replace('"responses": {}', `"responses": {}, "requestBody": ${JSON.stringify({ content })}`)
      .replace(
        '"type": "mock"',
        '"type": "http", "httpMethod": "GET", "uri": "http://a.example", "connectionType": "VPC_LINK", "connectionId": "nosuch"',
      );
    const { warnings } = await kit.control.restApis.import(editor, { document });
    expect(warnings).toEqual([
      {
        line: expect.any(Number),
        pointer: '/paths/~1a/get/x-amazon-apigateway-integration/connectionId',
        message: 'There is no VPC link nosuch: choose one before you deploy.',
      },
      {
        line: expect.any(Number),
        pointer: '/components/schemas/Ahead',
        message: expect.stringMatching(
          /^The model Ahead cannot check bodies\. Invalid model schema specified: /,
        ),
      },
    ]);
    const work = () => kit.control.restApis.import(editor, { document, failOnWarnings: true });
    expect(await refusal(kit, work)).toMatchObject({ fields: warnings.map(({ pointer }) => pointer) });
  });

  test('a report that was cut off ends with the number of the rest, whatever is added', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 5_100 }, (_, index) => [`k${index}`, index]));
    const document = openApi(['GET /a'], unknown).replace(
      '"type": "mock"',
      '"type": "http", "httpMethod": "GET", "uri": "http://a.example", "connectionType": "VPC_LINK", "connectionId": "nosuch"',
    );
    const { warnings } = await kit.control.restApis.import(editor, { document, dryRun: true });
    expect(warnings.at(0)?.message).toMatch(/^There is no VPC link nosuch/);
    expect(warnings.at(-1)?.message).toMatch(/more fields are not honoured/);
  });

  test('a header of a gateway response that cannot be read is refused with its type', async () => {
    const document = openApi(['GET /a'], {
      'x-amazon-apigateway-gateway-responses': {
        THROTTLED: { responseParameters: { 'gatewayresponse.header.X': '*' } },
      },
    });
    expect(await refusal(kit, () => kit.control.restApis.import(editor, { document }))).toMatchObject({
      code: 'BadRequestException',
      fields: ['THROTTLED responseParameters.gatewayresponse.header.X'],
    });
  });

  describe('into an API', () => {
    async function existing() {
      const { restApi } = await kit.control.restApis.import(editor, {
        document: openApi(['GET /a', 'POST /a', 'GET /kept']),
      });
      return restApi?.id ?? '';
    }
    const operations = async (restApiId: string) =>
      (await kit.control.resources.list(editor, restApiId)).flatMap(({ path, resourceMethods }) =>
        Object.keys(resourceMethods).map((verb) => `${verb} ${path}`),
      );

    test('merge replaces what it names and keeps the rest, name and ids too', async () => {
      const restApiId = await existing();
      const before = await kit.control.resources.list(editor, restApiId);
      const document = openApi(['GET /a', 'GET /new'], { info: { title: 'Other', version: '3' } });
      await kit.control.restApis.import(editor, { document, restApiId });
      expect(await operations(restApiId)).toEqual(['GET /a', 'POST /a', 'GET /kept', 'GET /new']);
      expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({ name: 'Imported' });
      const after = await kit.control.resources.list(editor, restApiId);
      for (const { path, id } of before) expect(after).toContainEqual(expect.objectContaining({ path, id }));
    });

    test('overwrite leaves only what it names; stages go on', async () => {
      const restApiId = await existing();
      await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
      const document = openApi(['PUT /a'], { info: { title: 'Other', version: '3' } });
      await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
      expect(await operations(restApiId)).toEqual(['PUT /a']);
      expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({
        name: 'Other',
        version: '3',
        stageNames: ['dev'],
      });
    });

    test('merge replaces settings and gateway responses that it names, overwrite clears the others', async () => {
      const extensions = (size: number, ...types: string[]) => ({
        'x-amazon-apigateway-minimum-compression-size': size,
        'x-amazon-apigateway-gateway-responses': Object.fromEntries(
          types.map((type) => [type, { statusCode: `${430 + size}` }]),
        ),
      });
      const types = { 'x-amazon-apigateway-binary-media-types': ['image/png'] };
      const first = openApi(['GET /a'], { ...types, ...extensions(1, 'THROTTLED', 'WAF_FILTERED') });
      const { restApi } = await kit.control.restApis.import(editor, { document: first });
      const restApiId = restApi?.id ?? '';
      const statuses = async () =>
        (await kit.control.gatewayResponses.list(editor, restApiId))
          .filter(({ defaultResponse }) => !defaultResponse)
          .map(({ responseType, statusCode }) => `${responseType} ${statusCode}`);
      const document = openApi(['GET /a'], extensions(2, 'THROTTLED'));
      await kit.control.restApis.import(editor, { document, restApiId });
      expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({
        binaryMediaTypes: ['image/png'],
        minimumCompressionSize: 2,
      });
      expect(await statuses()).toEqual(['THROTTLED 432', 'WAF_FILTERED 431']);
      await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
      expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({ binaryMediaTypes: [] });
      expect(await statuses()).toEqual(['THROTTLED 432']);
    });

    test('a validator keeps its id for the methods that had it', async () => {
      const validators = {
        'x-amazon-apigateway-request-validators': {
          strict: { validateRequestParameters: true, validateRequestBody: false },
        },
        'x-amazon-apigateway-request-validator': 'strict',
      };
      const { restApi } = await kit.control.restApis.import(editor, {
        document: openApi(['GET /a'], validators),
      });
      const restApiId = restApi?.id ?? '';
      await kit.control.restApis.import(editor, { document: openApi(['GET /b'], validators), restApiId });
      const [validator, ...others] = await kit.control.requestValidators.list(editor, restApiId);
      expect(others).toEqual([]);
      const resources = await kit.control.resources.list(editor, restApiId);
      expect(
        resources.slice(1).map(({ resourceMethods }) => resourceMethods.GET?.requestValidatorId),
      ).toEqual([validator?.id, validator?.id]);
    });

    test('a merge that would put two variables beside each other changes nothing', async () => {
      const restApiId = await existing();
      await kit.control.restApis.import(editor, { document: openApi(['GET /a/{one}']), restApiId });
      const work = () =>
        kit.control.restApis.import(editor, { document: openApi(['GET /a/{two}', 'GET /z']), restApiId });
      expect(await refusal(kit, work)).toEqual({
        code: 'BadRequestException',
        message: 'A sibling ({one}) of this resource already has a variable path part -- only one is allowed',
        fields: ['/a/{two}'],
      });
    });

    test('an unknown one is not found', async () => {
      const work = () =>
        kit.control.restApis.import(editor, { document: openApi(['GET /a']), restApiId: 'nosuchapi0' });
      expect(await refusal(kit, work)).toMatchObject({ code: 'NotFoundException' });
    });
  });

  test('a thousand resources come in one piece, deploy, and are listed', async () => {
    const document = openApi(Array.from({ length: 1_000 }, (_, n) => `GET /r${n}`));
    const { restApi } = await kit.control.restApis.import(editor, { document });
    const restApiId = restApi?.id ?? '';
    expect(restApi?.methodCount).toBe(1_000);
    expect(await paths(restApiId)).toHaveLength(1_001);
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
    expect(kit.snapshots.at(-1)?.deployments[0]?.resources).toHaveLength(1_001);
    await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
    expect(await kit.control.deployments.pending(editor, restApiId)).toEqual([]);
  });
});

test('writes to one API come one after the other: no deployment sees half an import', async () => {
  const { restApi } = await kit.control.restApis.import(editor, { document: openApi(['GET /a', 'GET /b']) });
  const restApiId = restApi?.id ?? '';
  const documents = [openApi(['GET /a', 'GET /b']), openApi(['GET /c', 'GET /d'])];
  const imports = documents.map((document) =>
    kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' }),
  );
  const deployments = Array.from({ length: 5 }, (_, n) =>
    kit.control.deployments.create(editor, restApiId, { stageName: `s${n}` }),
  );
  await Promise.all([...imports, ...deployments]);
  const deployed = kit.snapshots.flatMap((snapshot) => snapshot.deployments);
  for (const { resources } of deployed)
    expect([
      ['/', '/a', '/b'],
      ['/', '/c', '/d'],
    ]).toContainEqual(resources.map(({ path }) => path));
});

test('prose and types go from document to reference, and never to the engine', async () => {
  const document = openApi(['GET /pets']).replace(
    '"responses": {}',
    `"parameters": [{ "name": "page", "in": "query", "description": "Which page", "schema": { "type": "integer" } }],
     "responses": { "200": {
       "description": "Pets of a page",
       "headers": { "X-Rate": { "description": "Calls left", "schema": { "type": "integer" } } } } }`,
  );
  const { restApi, warnings } = await kit.control.restApis.import(editor, { document });
  expect(warnings).toEqual([]);
  const restApiId = restApi?.id ?? '';
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  const [deployed] = kit.snapshots.at(-1)?.deployments ?? [];
  expect(() => checkDeployment(deployed)).not.toThrow();
  const prose = ['Which page', 'Pets of a page', 'Calls left', 'integer'];
  for (const said of prose) expect(JSON.stringify(deployed)).not.toContain(said);
  for (const extensions of [true, false]) {
    const input = { restApiId, stageName: 'dev', exportType: 'oas30', format: 'json', extensions } as const;
    const { body } = await kit.control.restApis.export(editor, input);
    for (const said of prose) expect(body).toContain(said);
  }
  const clone = await kit.control.restApis.clone(editor, restApiId, { name: 'Copy' });
  const [, pets] = await kit.control.resources.list(editor, clone.id);
  expect(pets?.resourceMethods.GET).toMatchObject({
    parameterDocumentation: {
      'method.request.querystring.page': { description: 'Which page', schema: { type: 'integer' } },
    },
    methodResponses: { '200': { description: 'Pets of a page' } },
  });
});

test('an export of what is not deployed is the definition', async () => {
  const api = await mockApi(kit);
  await mockMethod(kit, api.id, api.rootResourceId, 'POST');
  const { body } = await kit.control.restApis.export(editor, {
    restApiId: api.id,
    exportType: 'oas30',
    format: 'json',
    extensions: false,
  });
  expect(Object.keys(JSON.parse(body).paths['/'])).toEqual(['get', 'post']);
  expect(body).not.toContain('x-amazon-apigateway');
});
