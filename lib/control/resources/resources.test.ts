import { describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);

  /** Makes `/a/{b}/c` part by part. @returns id by path */
  async function tree(...paths: string[]) {
    const api = await kit.control.restApis.create(editor, { name: 'Tree' });
    const ids = new Map([['/', api.rootResourceId]]);
    for (const path of paths) {
      const at = path.lastIndexOf('/');
      const parentId = ids.get(path.slice(0, at) || '/') ?? '';
      const made = await kit.control.resources.create(editor, api.id, {
        parentId,
        pathPart: path.slice(at + 1),
      });
      expect(made.path).toBe(path);
      ids.set(path, made.id);
    }
    return { api, id: (path: string) => ids.get(path) ?? 'none' };
  }
  const paths = async (restApiId: string) =>
    (await kit.control.resources.list(editor, restApiId)).map(({ path }) => path);

  test('a tree is listed root first, parents before children', async () => {
    const { api } = await tree(
      '/pets',
      '/pets/{petId}',
      '/a',
      '/pets/{petId}/toys',
      '/pets/{petId}/toys/{x+}',
    );
    expect(await paths(api.id)).toEqual([
      '/',
      '/a',
      '/pets',
      '/pets/{petId}',
      '/pets/{petId}/toys',
      '/pets/{petId}/toys/{x+}',
    ]);
  });

  test.each([
    [
      'a duplicate path part',
      '/',
      'pets',
      'ConflictException',
      'Another resource with the same parent already has this name: pets',
    ],
    [
      'a duplicate variable',
      '/pets',
      '{petId}',
      'ConflictException',
      'Another resource with the same parent already has this name: {petId}',
    ],
    [
      'a second variable',
      '/pets',
      '{id}',
      'BadRequestException',
      'A sibling ({petId}) of this resource already has a variable path part -- only one is allowed',
    ],
    [
      'a greedy beside a variable',
      '/pets',
      '{proxy+}',
      'BadRequestException',
      'A sibling ({petId}) of this resource already has a variable path part -- only one is allowed',
    ],
    [
      'a child of a greedy',
      '/all/{proxy+}',
      'more',
      'BadRequestException',
      'Cannot create a child of a resource with a greedy path variable: {proxy+}',
    ],
  ])('%s is refused', async (_name, parent, pathPart, code, message) => {
    const { api, id } = await tree('/pets', '/pets/{petId}', '/all', '/all/{proxy+}');
    const create = () => kit.control.resources.create(editor, api.id, { parentId: id(parent), pathPart });
    expect(await refusal(kit, create)).toEqual({ code, message, fields: ['pathPart'] });
  });

  test.each([
    '',
    'a/b',
    '{a}b',
    '{+}',
    '{a++}',
    'ä',
    'a b',
    '{a',
    '{proxy+}/x',
    '..%2f',
  ])('the path part %j is refused', async (pathPart) => {
    const { api, id } = await tree();
    const create = () => kit.control.resources.create(editor, api.id, { parentId: id('/'), pathPart });
    expect(await refusal(kit, create)).toMatchObject({ code: 'BadRequestException', fields: ['pathPart'] });
  });

  test('a parent of another API is no parent', async () => {
    const { api } = await tree();
    const other = await tree('/pets');
    const create = () =>
      kit.control.resources.create(editor, api.id, { parentId: other.id('/pets'), pathPart: 'x' });
    expect(await refusal(kit, create)).toEqual({
      code: 'NotFoundException',
      message: 'Invalid Resource identifier specified',
      fields: ['parentId'],
    });
  });

  test('an unknown API is named as AWS names it', async () => {
    const create = () => kit.control.resources.create(editor, 'nosuchapi0', { parentId: 'x', pathPart: 'x' });
    expect(await refusal(kit, create)).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid API identifier specified 000000000000:nosuchapi0',
    });
  });

  test('a renamed resource takes everything below with it, and nothing beside it', async () => {
    const { api, id } = await tree('/a', '/a/{x}', '/a/{x}/b', '/ab', '/ab/c');
    const renamed = await kit.control.resources.update(editor, api.id, id('/a'), { pathPart: 'z_z' });
    expect(renamed).toMatchObject({ path: '/z_z', pathPart: 'z_z' });
    expect(await paths(api.id)).toEqual(['/', '/ab', '/ab/c', '/z_z', '/z_z/{x}', '/z_z/{x}/b']);
  });

  test('a moved resource takes everything below with it', async () => {
    const { api, id } = await tree('/a', '/a/b', '/a/b/c', '/d');
    await kit.control.resources.update(editor, api.id, id('/a/b'), { parentId: id('/d') });
    expect(await paths(api.id)).toEqual(['/', '/a', '/d', '/d/b', '/d/b/c']);
    await kit.control.resources.update(editor, api.id, id('/a/b'), { parentId: id('/'), pathPart: 'e' });
    expect(await paths(api.id)).toEqual(['/', '/a', '/d', '/e', '/e/c']);
  });

  test.each([
    ['below itself', '/a', { parentId: '/a/b' }, 'parentId', 'Resources cannot be cyclical.'],
    ['into itself', '/a', { parentId: '/a' }, 'parentId', 'Resources cannot be cyclical.'],
    ['the root by name', '/', { pathPart: 'x' }, 'pathPart', 'Root resource cannot update its pathPart.'],
    ['the root by parent', '/', { parentId: '/a' }, 'parentId', 'Root resource cannot update its parentId.'],
    [
      'to a taken name',
      '/a',
      { pathPart: 'd' },
      'pathPart',
      'Another resource with the same parent already has this name: d',
    ],
    [
      'with children to greedy',
      '/a',
      { pathPart: '{p+}' },
      'pathPart',
      'Cannot create a child of a resource with a greedy path variable: {p+}',
    ],
  ])('moving %s is refused', async (_name, path, wanted, field, message) => {
    const { api, id } = await tree('/a', '/a/b', '/d');
    const input = 'parentId' in wanted ? { parentId: id(wanted.parentId) } : wanted;
    const update = () => kit.control.resources.update(editor, api.id, id(path), input);
    expect(await refusal(kit, update)).toMatchObject({ message, fields: [field] });
  });

  test('a resource may keep its own name', async () => {
    const { api, id } = await tree('/{a}');
    const kept = await kit.control.resources.update(editor, api.id, id('/{a}'), { pathPart: '{b}' });
    expect(kept.path).toBe('/{b}');
  });

  test('a deleted resource takes its children and their methods with it', async () => {
    const { api, id } = await tree('/a', '/a/b', '/c');
    await mockMethod(kit, api.id, id('/a/b'));
    await kit.control.resources.delete(editor, api.id, id('/a'));
    expect(await paths(api.id)).toEqual(['/', '/c']);
    expect((await kit.control.restApis.get(editor, api.id)).methodCount).toBe(0);
  });

  test('the root cannot be deleted', async () => {
    const { api, id } = await tree();
    const remove = () => kit.control.resources.delete(editor, api.id, id('/'));
    expect(await refusal(kit, remove)).toMatchObject({ message: 'Root resource cannot be deleted.' });
  });

  test('of ten equal creations at once one wins, and of ten variables', async () => {
    const { api, id } = await tree();
    const create = (pathPart: string) =>
      kit.control.resources.create(editor, api.id, { parentId: id('/'), pathPart });
    const same = await Promise.allSettled(Array.from({ length: 10 }, () => create('pets')));
    const variables = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => create(`{v${n}}`)));
    for (const results of [same, variables]) {
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected')
          expect(result.reason).toMatchObject({ fields: [{ field: 'pathPart' }] });
    }
    expect(await paths(api.id)).toHaveLength(3);
  });
});

describe('enabling CORS', () => {
  const kit = testControl();
  const headers = {
    allowOrigin: 'https://app.example',
    allowHeaders: 'Content-Type',
    allowMethods: ['GET', 'OPTIONS'],
  };

  test('makes the preflight and adds the origin to the 200 answers of the others', async () => {
    const api = await mockApi(kit);
    const resource = await kit.control.resources.enableCors(editor, api.id, api.rootResourceId, headers);
    const origin = 'method.response.header.Access-Control-Allow-Origin';
    expect(resource.resourceMethods.OPTIONS?.methodIntegration).toMatchObject({
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: {
        '200': {
          responseParameters: {
            [origin]: "'https://app.example'",
            'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
            'method.response.header.Access-Control-Allow-Headers': "'Content-Type'",
          },
        },
      },
    });
    const get = resource.resourceMethods.GET;
    expect(get?.methodResponses['200']?.responseParameters).toEqual({ [origin]: false });
    expect(get?.methodIntegration?.integrationResponses['200']?.responseParameters).toEqual({
      [origin]: "'https://app.example'",
    });
    await kit.control.deployments.create(editor, api.id, { stageName: 'dev' });
  });

  test('leaves a proxy integration as it is', async () => {
    const api = await mockApi(kit);
    const integration = { type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'http://one.example/' };
    await kit.control.methods.putIntegration(editor, api.id, api.rootResourceId, 'GET', integration);
    const before = await kit.control.methods.get(editor, api.id, api.rootResourceId, 'GET');
    const { resourceMethods } = await kit.control.resources.enableCors(
      editor,
      api.id,
      api.rootResourceId,
      headers,
    );
    expect(resourceMethods.GET).toEqual(before);
  });

  test.each([
    ['allowOrigin', { ...headers, allowOrigin: '' }],
    ['allowOrigin', { ...headers, allowOrigin: "*'" }],
    ['allowHeaders', { ...headers, allowHeaders: 'A\r\nB' }],
    ['allowMethods', { ...headers, allowMethods: [] }],
    ['allowMethods.0', { ...headers, allowMethods: ['ANY'] }],
  ])('refuses a bad %s', async (field, input) => {
    const api = await mockApi(kit);
    const enable = () => kit.control.resources.enableCors(editor, api.id, api.rootResourceId, input);
    expect(await refusal(kit, enable)).toMatchObject({ code: 'BadRequestException', fields: [field] });
  });
});
