import {
  APIGatewayClient,
  CreateDocumentationPartCommand,
  CreateDocumentationVersionCommand,
  DeleteDocumentationPartCommand,
  DeleteDocumentationVersionCommand,
  type DocumentationPartLocation,
  GetDocumentationPartCommand,
  GetDocumentationPartsCommand,
  type GetDocumentationPartsCommandInput,
  GetDocumentationVersionCommand,
  GetDocumentationVersionsCommand,
  ImportDocumentationPartsCommand,
  type ImportDocumentationPartsCommandInput,
  UpdateDocumentationPartCommand,
  UpdateDocumentationVersionCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, describe, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
let restApiId: string;
beforeEach(async () => {
  client = new APIGatewayClient(kit.client());
  restApiId = (await mockApi(kit)).id;
});
const properties = '{"description":"one"}';
const create = (location: DocumentationPartLocation) =>
  client.send(new CreateDocumentationPartCommand({ restApiId, location, properties }));
const list = async (filter: Partial<GetDocumentationPartsCommandInput> = {}) =>
  (await client.send(new GetDocumentationPartsCommand({ restApiId, ...filter }))).items ?? [];
const replace = (path: string, value: string) => [{ op: 'replace' as const, path, value }];

describe('parts', () => {
  test('made, read, patched and deleted by AWS’s client', async () => {
    const { $metadata, ...made } = await create({ type: 'METHOD', path: '/pets', method: 'GET' });
    expect($metadata.httpStatusCode).toBe(201);
    expect(made).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      location: { type: 'METHOD', path: '/pets', method: 'GET' },
      properties,
    });
    const at = { restApiId, documentationPartId: made.id };
    const patchOperations = replace('/properties', '{"description":"two"}');
    const patched = await client.send(new UpdateDocumentationPartCommand({ ...at, patchOperations }));
    expect(patched.properties).toBe('{"description":"two"}');
    expect(await client.send(new GetDocumentationPartCommand(at))).toMatchObject({ id: made.id });
    const { $metadata: deleted } = await client.send(new DeleteDocumentationPartCommand(at));
    expect(deleted.httpStatusCode).toBe(202);
    await expect(client.send(new GetDocumentationPartCommand(at))).rejects.toMatchObject({
      name: 'NotFoundException',
      message: 'Invalid Documentation part identifier specified',
    });
  });

  test('filtered by type, name, path and whether there are any', async () => {
    await create({ type: 'API' });
    await create({ type: 'MODEL', name: 'Pet' });
    await create({ type: 'RESOURCE', path: '/' });
    const types = (items: { location?: DocumentationPartLocation }[]) =>
      items.map(({ location }) => location?.type).sort();
    expect(types(await list())).toEqual(['API', 'MODEL', 'RESOURCE']);
    expect(types(await list({ type: 'API' }))).toEqual(['API']);
    expect(types(await list({ nameQuery: 'Pet' }))).toEqual(['MODEL']);
    expect(types(await list({ path: '/' }))).toEqual(['RESOURCE']);
    const undocumented = await list({ locationStatus: 'UNDOCUMENTED', path: '/' });
    expect(undocumented).toContainEqual({ location: { type: 'METHOD', path: '/', method: 'GET' } });
    expect(types(undocumented)).not.toContain('RESOURCE');
    expect(await list({ locationStatus: 'UNDOCUMENTED', type: 'API' })).toEqual([]);
  });

  test('by pages', async () => {
    for (const name of ['a', 'b', 'c']) await create({ type: 'MODEL', name });
    const first = await client.send(new GetDocumentationPartsCommand({ restApiId, limit: 2 }));
    expect(first.items).toHaveLength(2);
    expect(await list({ limit: 2, position: first.position })).toMatchObject([{ location: { name: 'c' } }]);
  });

  test('refused: one that is there, a type that there is not, another patch', async () => {
    const { id } = await create({ type: 'API' });
    await expect(create({ type: 'API' })).rejects.toMatchObject({ name: 'ConflictException' });
    await expect(create({ type: 'X' as 'API' })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(create({ type: 'API', path: '/' })).rejects.toMatchObject({ name: 'BadRequestException' });
    const patchOperations = replace('/location', 'x');
    await expect(
      client.send(
        new UpdateDocumentationPartCommand({ restApiId, documentationPartId: id, patchOperations }),
      ),
    ).rejects.toMatchObject({
      message: "Invalid patch path  '/location' specified for op 'replace'. Must be one of: [/properties]",
    });
  });
});

describe('an import', () => {
  const bring = (
    documentationParts: unknown[],
    input: Partial<ImportDocumentationPartsCommandInput> = {},
    more: object = {},
  ) =>
    client.send(
      new ImportDocumentationPartsCommand({
        restApiId,
        body: Buffer.from(
          JSON.stringify({
            openapi: '3.0.3',
            info: { title: 'T', version: '1' },
            paths: {},
            'x-amazon-apigateway-documentation': { documentationParts, ...more },
          }),
        ),
        ...input,
      }),
    );
  const part = (location: object, description: string) => ({ location, properties: { description } });

  test('merges by default and overwrites when told to', async () => {
    await create({ type: 'API' });
    const { ids = [], warnings } = await bring([part({ type: 'MODEL', name: 'Pet' }, 'A pet')]);
    expect([ids.length, warnings]).toEqual([1, undefined]);
    expect(await list()).toHaveLength(2);
    await bring([part({ type: 'MODEL', name: 'Dog' }, 'A dog')], { mode: 'overwrite' });
    expect(await list()).toMatchObject([{ location: { type: 'MODEL', name: 'Dog' } }]);
  });

  test('with warnings is refused as a whole when told to', async () => {
    const odd = [part({ type: 'MODEL', name: 'Pet' }, 'A pet')];
    await expect(bring(odd, { failOnWarnings: true }, { colour: 'red' })).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringMatching(/^Warnings found during import Line 1: /),
    });
    expect(await list()).toEqual([]);
    const { ids = [], warnings = [] } = await bring(odd, {}, { version: '9', colour: 'red' });
    expect([ids.length, warnings.length]).toEqual([1, 1]);
  });

  test('of what is no document is refused', async () => {
    const body = Buffer.from('{');
    await expect(bring([], { body })).rejects.toMatchObject({
      name: 'BadRequestException',
      message: 'Unable to build importer with provided input.',
    });
  });
});

describe('versions', () => {
  const version = (documentationVersion: string, stageName?: string) =>
    client.send(
      new CreateDocumentationVersionCommand({
        restApiId,
        documentationVersion,
        description: 'first',
        stageName,
      }),
    );

  test('made, read, patched and deleted by AWS’s client', async () => {
    const { $metadata, ...made } = await version('1.0');
    expect($metadata.httpStatusCode).toBe(201);
    expect(made).toEqual({ version: '1.0', description: 'first', createdDate: expect.any(Date) });
    const at = { restApiId, documentationVersion: '1.0' };
    const patchOperations = replace('/description', 'better');
    await client.send(new UpdateDocumentationVersionCommand({ ...at, patchOperations }));
    expect(await client.send(new GetDocumentationVersionCommand(at))).toMatchObject({
      description: 'better',
    });
    expect((await client.send(new GetDocumentationVersionsCommand({ restApiId }))).items).toMatchObject([
      { version: '1.0', description: 'better' },
    ]);
    const { $metadata: deleted } = await client.send(new DeleteDocumentationVersionCommand(at));
    expect(deleted.httpStatusCode).toBe(202);
    await expect(client.send(new GetDocumentationVersionCommand(at))).rejects.toMatchObject({
      name: 'NotFoundException',
      message: 'Invalid Documentation version specified',
    });
  });

  test('one that a stage shows is published there, and not deleted', async () => {
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
    await version('1.0', 'dev');
    expect((await kit.control.stages.get(editor, restApiId, 'dev')).documentationVersion).toBe('1.0');
    await expect(
      client.send(new DeleteDocumentationVersionCommand({ restApiId, documentationVersion: '1.0' })),
    ).rejects.toMatchObject({ name: 'BadRequestException' });
    await expect(version('1.0')).rejects.toMatchObject({ name: 'ConflictException' });
  });
});
