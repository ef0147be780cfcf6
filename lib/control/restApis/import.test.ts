import { expect, test } from 'vitest';
import { editor, refusal, testControl } from '../testControl';
import { mockDocument } from './mockDocument';

const kit = testControl();

const paths = async (restApiId: string) =>
  (await kit.control.resources.list(editor, restApiId)).map(({ path }) => path);

test('makes a new API', async () => {
  const document = mockDocument(['GET /a', 'POST /a', 'GET /b/c']);
  const { restApi, operationCount, warnings } = await kit.control.restApis.import(editor, { document });
  expect({ operationCount, warnings }).toEqual({ operationCount: 3, warnings: [] });
  expect(restApi).toMatchObject({ name: 'Imported', version: '2', methodCount: 3 });
  expect(await paths(restApi?.id ?? '')).toEqual(['/', '/a', '/b', '/b/c']);
});

test('a rehearsal writes nothing and reports the same', async () => {
  const document = mockDocument(['GET /a'], { 'x-unknown': 1, security: [{ key: [] }] });
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
  ['with a greedy parameter in the middle', mockDocument(['GET /{proxy+}/more'])],
  ['with two variables beside each other', mockDocument(['GET /pets/{a}', 'GET /pets/{b}'])],
])('a document %s is refused with line and reason', async (_name, document) => {
  const error: unknown = await kit.control.restApis.import(editor, { document }).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: 'BadRequestException' });
  expect(error).toHaveProperty('message', expect.stringMatching(/^Invalid OpenAPI input\. Line \d+: ./));
  expect(error).toHaveProperty('fields.0.line', expect.any(Number));
  expect(await refusal(kit, () => kit.control.restApis.import(editor, { document }))).toBeDefined();
});

test('a template that cannot be parsed is let in with a warning, and deployed, as on AWS', async () => {
  const requestTemplates = { 'application/json': '$input.params(\\"a\\")' };
  const integration = { type: 'mock', requestTemplates };
  const get = { responses: {}, 'x-amazon-apigateway-integration': integration };
  const document = JSON.stringify(
    { openapi: '3.0.1', info: { title: 'Broken', version: '1' }, paths: { '/a': { get } } },
    null,
    1,
  );
  const { restApi, warnings } = await kit.control.restApis.import(editor, { document });
  expect(warnings).toEqual([
    {
      line: expect.any(Number),
      pointer: expect.stringContaining('/paths/~1a/get'),
      message: expect.stringMatching(
        /^requestTemplates\.application\/json of GET \/a cannot be rendered, calls that need it are answered 500: .*1:15/,
      ),
    },
  ]);
  const made = await kit.control.deployments.create(editor, restApi?.id ?? '', { stageName: 'dev' });
  expect(made.id).toBeDefined();
});

test('failOnWarnings refuses what is not honoured, with every place', async () => {
  const document = mockDocument(['GET /a'], { 'x-unknown': 1, security: [{ key: [] }] });
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
  const document = mockDocument(['GET /a'], {
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
      isOnAws: true,
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
  const document = mockDocument(['GET /a'], unknown).replace(
    '"type": "mock"',
    '"type": "http", "httpMethod": "GET", "uri": "http://a.example", "connectionType": "VPC_LINK", "connectionId": "nosuch"',
  );
  const { warnings } = await kit.control.restApis.import(editor, { document, dryRun: true });
  expect(warnings.at(0)?.message).toMatch(/^There is no VPC link nosuch/);
  expect(warnings.at(-1)?.message).toMatch(/more fields are not honoured/);
});

test('a header of a gateway response that cannot be read is refused with its type', async () => {
  const document = mockDocument(['GET /a'], {
    'x-amazon-apigateway-gateway-responses': {
      THROTTLED: { responseParameters: { 'gatewayresponse.header.X': '*' } },
    },
  });
  expect(await refusal(kit, () => kit.control.restApis.import(editor, { document }))).toMatchObject({
    code: 'BadRequestException',
    fields: ['THROTTLED responseParameters.gatewayresponse.header.X'],
  });
});

test('a response that the method does not declare is told of, kept, and answered 500 as on AWS', async () => {
  const document = mockDocument(['GET /a']).replace(
    '"type": "mock"',
    '"type": "mock", "responses": { "default": { "statusCode": "400" } }',
  );
  const { restApi, warnings } = await kit.control.restApis.import(editor, { document });
  expect(warnings.map(({ message }) => message)).toEqual([
    'The operation declares no response 400: calls that would get it are answered 500.',
  ]);
  const restApiId = restApi?.id ?? '';
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  const [, a] = kit.snapshots.at(-1)?.deployments[0]?.resources ?? [];
  expect(a?.resourceMethods.GET).toMatchObject({
    methodResponses: {},
    methodIntegration: { integrationResponses: { '400': { statusCode: '400' } } },
  });
});
