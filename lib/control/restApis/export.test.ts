import { checkDeployment } from '@gatehouse/gateway/snapshot';
import { describe, expect, test } from 'vitest';
import { editor, mockApi, mockMethod, testControl } from '../testControl';
import { mockDocument } from './mockDocument';

const kit = testControl();

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
      // The variables of a path are declared by an import (recorded on AWS).
      const pending = await kit.control.deployments.pending(editor, id, 'dev');
      expect(pending.map(({ sentence }) => sentence)).toEqual([
        'OPTIONS /pets/{petId}: request parameter path petId added',
      ]);
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

test('prose and types go from document to reference, and never to the engine', async () => {
  const document = mockDocument(['GET /pets']).replace(
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
