import { beforeEach, describe, expect, test } from 'vitest';
import { deployments, documentationParts, documentationVersions } from '@/db/schema';
import { databases } from '@/db/testing';
import type { DocumentationPart } from '@/lib/model/documentation';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';
import { testActor } from '../testing';

const root = { type: 'METHOD', path: '/', method: 'GET' } as const;
const words = (description: string) => JSON.stringify({ description });

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  let restApiId = '';
  beforeEach(async () => {
    restApiId = (await mockApi(kit)).id;
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  });
  const documentation = () => kit.control.documentation;
  const create = (part: DocumentationPart) => documentation().createPart(editor, restApiId, part);
  const parts = () => documentation().parts(editor, restApiId);
  const importing = (document: unknown, mode: 'MERGE' | 'OVERWRITE' = 'MERGE') =>
    documentation().import(editor, restApiId, { document: JSON.stringify(document), mode });
  const exported = async (stageName?: string, extensions = false) => {
    const form = { restApiId, exportType: 'oas30', format: 'json', extensions } as const;
    const { body } = await kit.control.restApis.export(editor, { ...form, ...(stageName && { stageName }) });
    return JSON.parse(body);
  };
  const descriptionOf = async (stageName?: string) => (await exported(stageName)).paths['/'].get.description;

  test('a part is made, changed and deleted, each with its audit row, and nothing is published', async () => {
    const snapshots = kit.snapshots.length;
    const { id } = await create({ location: { type: 'METHOD', method: 'GET' }, properties: words('one') });
    expect(id).toMatch(/^[a-z0-9]{6}$/);
    expect(await parts()).toEqual([{ id, location: root, properties: words('one') }]);
    await documentation().updatePart(editor, restApiId, id, { properties: words('two') });
    expect(await parts()).toEqual([{ id, location: root, properties: words('two') }]);
    await documentation().deletePart(editor, restApiId, id);
    expect(await parts()).toEqual([]);
    const audit = await kit.control.audit.list(testActor('administrator'), { subject: restApiId });
    expect(audit.slice(0, 3)).toMatchObject(
      ['Delete', 'Update', 'Create'].map((verb) => ({
        operation: `${verb}DocumentationPart`,
        detail: { documentationPartId: id, location: root },
      })),
    );
    expect(kit.snapshots.length).toBe(snapshots);
  });

  test('a location has one part, however it is written', async () => {
    await create({ location: root, properties: '{}' });
    expect(
      await refusal(kit, () => create({ location: { type: 'METHOD', method: 'GET' }, properties: '{}' })),
    ).toEqual({
      code: 'ConflictException',
      message: 'Documentation part already exists for the specified location: GET /',
      fields: ['location'],
    });
    const other = await mockApi(kit, 'Other');
    await documentation().createPart(editor, other.id, { location: root, properties: '{}' });
    expect(await parts()).toHaveLength(1);
  });

  test.each<[name: string, part: DocumentationPart, message: string, field: string]>([
    [
      'a field that the type has not',
      { location: { type: 'RESOURCE', path: '/', method: 'GET' }, properties: '{}' },
      'A part of type RESOURCE has no method',
      'location.method',
    ],
    [
      'no name',
      { location: { type: 'REQUEST_HEADER' }, properties: '{}' },
      'A part of type REQUEST_HEADER needs a name',
      'location.name',
    ],
    [
      'properties that are no object',
      { location: { type: 'API' }, properties: '[]' },
      'Properties must be a JSON object',
      'properties',
    ],
  ])('%s is refused', async (_name, part, message, field) => {
    expect(await refusal(kit, () => create(part))).toEqual({
      code: 'BadRequestException',
      message,
      fields: [field],
    });
  });

  test("what is not there, or another API's, is unknown", async () => {
    const other = await mockApi(kit, 'Other');
    const theirs = await documentation().createPart(editor, other.id, { location: root, properties: '{}' });
    const unknown = { code: 'NotFoundException', message: 'Invalid Documentation part identifier specified' };
    for (const id of ['nosuch', theirs.id]) {
      const update = () => documentation().updatePart(editor, restApiId, id, { properties: '{}' });
      expect(await refusal(kit, update)).toMatchObject(unknown);
      expect(await refusal(kit, () => documentation().deletePart(editor, restApiId, id))).toMatchObject(
        unknown,
      );
    }
    expect(await refusal(kit, () => documentation().parts(editor, 'nosuch'))).toMatchObject({
      code: 'NotFoundException',
    });
  });

  test('a location is resolved with what its method says and what it inherits', async () => {
    const { rootResourceId } = await kit.control.restApis.get(editor, restApiId);
    await kit.control.methods.put(editor, restApiId, rootResourceId, 'GET', { summary: 'Lists' });
    await create({ location: { type: 'METHOD' }, properties: '{"summary":"All","tags":["all"]}' });
    await create({ location: root, properties: words('own') });
    expect(await documentation().resolve(editor, restApiId, { type: 'METHOD', method: 'GET' })).toEqual({
      properties: { summary: 'Lists', tags: ['all'], description: 'own' },
      from: { summary: root, description: root, tags: { type: 'METHOD', path: '/', method: '*' } },
    });
    expect(
      await refusal(kit, () => documentation().resolve(editor, restApiId, { type: 'API', path: '/' })),
    ).toMatchObject({ fields: ['path'] });
  });

  test('what no part is about is told, and what inherits one is not', async () => {
    const undocumented = async () =>
      (await documentation().undocumented(editor, restApiId)).map(({ type }) => type);
    expect(await undocumented()).toEqual(expect.arrayContaining(['API', 'RESOURCE', 'METHOD', 'MODEL']));
    await create({ location: { type: 'API' }, properties: words('api') });
    await create({ location: { type: 'METHOD', path: '/', method: '*' }, properties: words('all') });
    const left = await undocumented();
    expect(left).toEqual(expect.arrayContaining(['RESOURCE', 'MODEL']));
    expect(left).not.toContain('API');
    expect(left).not.toContain('METHOD');
  });

  describe('import', () => {
    const head = { openapi: '3.0.3', info: { title: 'T', version: '1' } };
    const extension = (...documentationParts: unknown[]) => ({
      ...head,
      'x-amazon-apigateway-documentation': { version: '9', documentationParts },
    });
    const api = { location: { type: 'API' }, properties: { description: 'api' } };

    test('merges by location, keeps ids, and tells what it made', async () => {
      const { id } = await create({ location: { type: 'API' }, properties: words('before') });
      const kept = await create({ location: root, properties: words('kept') });
      const model = { location: { type: 'MODEL', name: 'Empty' }, properties: {} };
      const { ids, warnings } = await importing(extension(model, api));
      const after = await parts();
      expect(after).toEqual([
        { id, location: { type: 'API' }, properties: words('api') },
        { id: kept.id, location: root, properties: words('kept') },
        { id: expect.any(String), location: { type: 'MODEL', name: 'Empty' }, properties: '{}' },
      ]);
      expect(ids.toSorted()).toEqual([id, after[2]?.id].toSorted());
      expect(warnings).toEqual([]);
    });

    test('with warnings is refused, and leaves all as it is, where none are wanted', async () => {
      const odd = { 'x-amazon-apigateway-documentation': { documentationParts: [api], colour: 'red' } };
      const document = JSON.stringify({ ...head, ...odd });
      const work = () =>
        documentation().import(editor, restApiId, { document, mode: 'MERGE', failOnWarnings: true });
      expect(await refusal(kit, work)).toMatchObject({
        code: 'BadRequestException',
        message: expect.stringMatching(/^Warnings found during import Line 1: "colour" is not honoured/),
      });
    });

    test('overwrites: what the document does not name is gone', async () => {
      await create({ location: root, properties: words('gone') });
      await importing(extension(api), 'OVERWRITE');
      expect(await parts()).toMatchObject([{ location: { type: 'API' } }]);
    });

    test('takes what descriptions say, the extension laid over them', async () => {
      const get = {
        summary: 'Lists',
        description: 'said',
        parameters: [{ name: 'q', in: 'query', description: 'what', schema: { type: 'string' } }],
        responses: { 200: { description: 'fine' } },
      };
      const over = { location: root, properties: { description: 'over' } };
      await importing({ ...extension(over), paths: { '/': { description: 'root', get } } });
      expect(await parts()).toMatchObject([
        { location: root, properties: '{"summary":"Lists","description":"over"}' },
        { location: { ...root, type: 'QUERY_PARAMETER', name: 'q' }, properties: words('what') },
        { location: { type: 'RESOURCE', path: '/' }, properties: words('root') },
        { location: { ...root, type: 'RESPONSE', statusCode: '200' }, properties: words('fine') },
      ]);
    });

    test.each<[name: string, document: string, line: number]>([
      ['no document', 'prose', 1],
      [
        'a bad part',
        JSON.stringify(extension({ ...api, location: { type: 'API', path: '/' } }), null, 1),
        13,
      ],
    ])('%s is refused with its place, and nothing is changed', async (_name, document, line) => {
      const work = () => documentation().import(editor, restApiId, { document, mode: 'OVERWRITE' });
      await create({ location: root, properties: '{}' });
      expect(await refusal(kit, work)).toMatchObject({
        code: 'BadRequestException',
        message: 'Unable to build importer with provided input.',
      });
      await expect(work()).rejects.toMatchObject({ fields: [{ line }] });
    });

    test('an API has at most 2,000 parts', async () => {
      const many = Array.from({ length: 2_000 }, (_, index) => ({
        location: { type: 'MODEL', name: `M${index}` },
        properties: {},
      }));
      await importing(extension(...many));
      expect(await parts()).toHaveLength(2_000);
      const full = { code: 'LimitExceededException' };
      expect(await refusal(kit, () => create({ location: root, properties: '{}' }))).toMatchObject(full);
      expect(await refusal(kit, () => importing(extension(api)))).toMatchObject({
        ...full,
        message: 'An API has at most 2000 documentation parts; this would make 2001',
      });
    });

    test('an API has at most 6 MB of documentation, whichever way it comes', async () => {
      const long = 'a'.repeat(62_000);
      const many = Array.from({ length: 102 }, (_, index) => ({
        location: { type: 'MODEL', name: `M${index}` },
        properties: { description: long },
      }));
      const full = { message: 'The documentation of an API is at most 6 MB' };
      await importing(extension(...many.slice(0, 60)));
      expect(await refusal(kit, () => importing(extension(...many.slice(60))))).toMatchObject({
        code: 'LimitExceededException',
        ...full,
      });
      await importing(extension(...many.slice(60, 100)));
      const { id } = await create({ location: root, properties: '{}' });
      const { id: other } = await create({ location: { type: 'API' }, properties: '{}' });
      const properties = words('a'.repeat(65_000));
      await documentation().updatePart(editor, restApiId, id, { properties });
      const update = () => documentation().updatePart(editor, restApiId, other, { properties });
      expect(await refusal(kit, update)).toMatchObject(full);
      const last = { location: { type: 'AUTHORIZER', name: 'a' }, properties } as const;
      expect(await refusal(kit, () => create(last))).toMatchObject(full);
    });
  });

  describe('versions', () => {
    const version = (input: { version: string; description?: string; stageName?: string }) =>
      documentation().createVersion(editor, restApiId, input);

    test('a version is a snapshot; a stage shows the one that it has, and nothing before', async () => {
      const { id } = await create({ location: root, properties: words('first') });
      expect(await descriptionOf('dev')).toBeUndefined();
      expect(await version({ version: '1', description: 'The first', stageName: 'dev' })).toEqual({
        version: '1',
        description: 'The first',
        createdDate: kit.clock.now,
        stageNames: ['dev'],
      });
      await documentation().updatePart(editor, restApiId, id, { properties: words('second') });
      expect(await descriptionOf('dev')).toBe('first');
      expect(await descriptionOf()).toBe('second');
      expect(await documentation().versionParts(editor, restApiId, '1')).toMatchObject([
        { properties: words('first') },
      ]);
      kit.clock.now += 1;
      await version({ version: '2' });
      await kit.control.stages.update(editor, restApiId, 'dev', { documentationVersion: '2' });
      expect(await descriptionOf('dev')).toBe('second');
      expect(await documentation().versions(editor, restApiId)).toMatchObject([
        { version: '2', stageNames: ['dev'] },
        { version: '1', stageNames: [] },
      ]);
      expect((await exported('dev', true))['x-amazon-apigateway-documentation']).toEqual({
        version: '2',
        createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+Z$/),
        documentationParts: [{ location: root, properties: { description: 'second' } }],
      });
      await kit.control.stages.update(editor, restApiId, 'dev', { documentationVersion: null });
      expect(await descriptionOf('dev')).toBeUndefined();
    });

    test('a name is used once, and a stage must be there', async () => {
      await version({ version: '1' });
      expect(await refusal(kit, () => version({ version: ' 1 ' }))).toEqual({
        code: 'ConflictException',
        message: 'Documentation version already exists',
        fields: ['version'],
      });
      expect(await refusal(kit, () => version({ version: ' ' }))).toMatchObject({ fields: ['version'] });
      expect(await refusal(kit, () => version({ version: '2', stageName: 'nosuch' }))).toMatchObject({
        message: 'Invalid stage identifier specified',
      });
    });

    test('only the description changes; a version that a stage shows stays', async () => {
      await version({ version: '1', stageName: 'dev' });
      expect(
        await documentation().updateVersion(editor, restApiId, '1', { description: 'words' }),
      ).toMatchObject({ description: 'words' });
      expect(
        await documentation().updateVersion(editor, restApiId, '1', { description: '' }),
      ).not.toHaveProperty('description');
      const remove = () => documentation().deleteVersion(editor, restApiId, '1');
      expect(await refusal(kit, remove)).toMatchObject({
        code: 'BadRequestException',
        message: 'Active stages pointing to this documentation version must be moved or deleted: dev',
      });
      await kit.control.stages.update(editor, restApiId, 'dev', { documentationVersion: null });
      await remove();
      expect(await documentation().versions(editor, restApiId)).toEqual([]);
      expect(await refusal(kit, remove)).toMatchObject({
        message: 'Invalid Documentation version specified',
      });
    });
  });

  test('a clone has the parts, a deployment has not, and a deleted API leaves none', async () => {
    await create({ location: root, properties: words('one') });
    await documentation().createVersion(editor, restApiId, { version: '1', stageName: 'dev' });
    const clone = await kit.control.restApis.clone(editor, restApiId, { name: 'Clone' });
    const carried = await documentation().parts(editor, clone.id);
    expect(carried).toMatchObject([{ location: root, properties: words('one') }]);
    expect(await documentation().versions(editor, clone.id)).toEqual([]);
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
    const frozen = await kit.database.db.select().from(deployments);
    expect(JSON.stringify(frozen)).not.toContain('documentationParts');
    await kit.control.restApis.delete(editor, restApiId);
    expect(await documentation().parts(editor, clone.id)).toEqual(carried);
    expect(await kit.database.db.select().from(documentationParts)).toHaveLength(1);
    expect(await kit.database.db.select().from(documentationVersions)).toEqual([]);
  });

  test('an API that is imported over merges or overwrites its parts, and a round trip keeps them', async () => {
    await mockMethod(
      kit,
      restApiId,
      (await kit.control.restApis.get(editor, restApiId)).rootResourceId,
      'POST',
    );
    const { id } = await create({ location: root, properties: words('one') });
    const document = JSON.stringify(await exported(undefined, true));
    await create({ location: { type: 'API' }, properties: words('later') });
    await kit.control.restApis.import(editor, { document, restApiId, mode: 'merge' });
    expect(await parts()).toHaveLength(2);
    await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
    expect(await parts()).toEqual([{ id, location: root, properties: words('one') }]);
    const made = await kit.control.restApis.import(editor, { document });
    expect(await documentation().parts(editor, made.restApi?.id ?? '')).toMatchObject([{ location: root }]);
  });
});
