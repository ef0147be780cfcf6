import { compileModels } from '@gatehouse/gateway/snapshot';
import { compileTemplate } from '@gatehouse/gateway/vtl';
import { beforeEach, describe, expect, test } from 'vitest';
import { models } from '@/db/schema';
import { databases } from '@/db/testing';
import type { ApiModelInput } from '@/lib/model/restApi';
import { editor, mockApi, refusal, testControl } from '../testControl';

const kit = testControl();
let restApiId = '';
let root = '';

beforeEach(async () => {
  const api = await mockApi(kit);
  restApiId = api.id;
  root = api.rootResourceId;
});

const text = (schema: unknown) => (typeof schema === 'string' ? schema : JSON.stringify(schema));
const create = (name: string, schema: unknown, members: Partial<ApiModelInput> = {}) =>
  kit.control.models.create(editor, restApiId, { name, schema: text(schema), ...members });
const update = (name: string, input: { description?: string; schema?: string }) =>
  kit.control.models.update(editor, restApiId, name, input);
const other = (name: string) => ({
  $ref: `https://apigateway.amazonaws.com/restapis/${restApiId}/models/${name}`,
});

describe.each(databases)('on $name', ({ open }) => {
  const own = testControl(open);

  test('a model comes back as it was made, changed and deleted', async () => {
    const { id } = await mockApi(own);
    const { create, update, list } = own.control.models;
    const made = await create(editor, id, { name: 'Pet', description: 'A pet', schema: '{"type":"object"}' });
    const pet = {
      name: 'Pet',
      contentType: 'application/json',
      description: 'A pet',
      schema: '{"type":"object"}',
    };
    expect(made).toEqual(pet);
    expect(await list(editor, id)).toMatchObject([{ name: 'Empty' }, { name: 'Error' }, pet]);
    const changed = { ...pet, schema: '{"type":"string"}' };
    expect(await update(editor, id, 'Pet', { schema: changed.schema })).toEqual(changed);
    const { description, ...plain } = changed;
    expect(await update(editor, id, 'Pet', { description: '' })).toEqual(plain);
    expect(await list(editor, id)).toContainEqual(plain);
    await own.control.models.delete(editor, id, 'Pet');
    expect(await list(editor, id)).toHaveLength(2);
  });
});

test.each<[rule: string, name: string, schema: unknown, field: string, message: string | RegExp]>([
  ['no name', '', {}, 'name', 'Model name must be non-empty'],
  ['a name with a blank', 'My pet', {}, 'name', 'Model names are alphanumeric'],
  ['no schema', 'Pet', ' ', 'schema', 'Model schema must have at least 1 property or array items defined'],
  [
    'a schema that is no JSON',
    'Pet',
    '{',
    'schema',
    'Invalid model schema specified: the schema is not JSON',
  ],
  ['a type that is none', 'Pet', { type: 'strnig' }, 'schema', /schema\/type/],
  ['draft 6', 'Pet', { exclusiveMinimum: 5 }, 'schema', /exclusiveMinimum/],
  [
    'a model that is not there',
    'Pet',
    { $ref: 'https://apigateway.amazonaws.com/restapis/x/models/None' },
    'schema',
    'Invalid model schema specified: there is no model None',
  ],
  ['a $ref that leads to itself', 'Pet', { $ref: '#' }, 'schema', /without a step into the document/],
  ['a pattern that looks ahead', 'Pet', { pattern: '(?=a)' }, 'schema', /look-around/],
])('%s is refused', async (_rule, name, schema, field, message) => {
  const refused = await refusal(kit, () => create(name, schema));
  expect(refused).toMatchObject({ code: 'BadRequestException', fields: [field] });
  expect(refused.message).toMatch(message);
});

test('a name is there once, and what is not there is not found', async () => {
  expect(await refusal(kit, () => create('Empty', {}))).toMatchObject({
    code: 'ConflictException',
    message: 'Model name already exists for this REST API',
    fields: ['name'],
  });
  for (const work of [
    () => update('None', { schema: '{}' }),
    () => kit.control.models.delete(editor, restApiId, 'None'),
    () => kit.control.models.generate(editor, restApiId, 'None'),
  ])
    expect(await refusal(kit, work)).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid model name specified: None',
    });
});

test('models may refer to each other in a circle; none may take from another what it refers to', async () => {
  await create('Owner', { definitions: { name: { type: 'string' } } });
  await create('Pet', {
    properties: { owner: other('Owner'), name: { $ref: `${other('Owner').$ref}#/definitions/name` } },
  });
  const circular = {
    type: 'object',
    properties: { pets: { type: 'array', items: other('Pet') } },
    definitions: { name: { type: 'string' } },
  };
  await update('Owner', { schema: text(circular) });
  const refused = await refusal(kit, () => update('Owner', { schema: '{}' }));
  expect(refused).toMatchObject({ code: 'BadRequestException', fields: ['schema'] });
  expect(refused.message).toMatch(/^Model Pet refers to this one: Invalid model schema specified: /);
});

test('a model that was stored broken can be put right, and is no reason to refuse others', async () => {
  await kit.database.db
    .insert(models)
    .values({ restApiId, name: 'Old', contentType: 'application/json', schema: '{' });
  await create('Pet', {});
  await update('Pet', { schema: '{"type":"object"}' });
  expect(await kit.control.models.generate(editor, restApiId, 'Old')).toMatchObject({ example: '"text"' });
  expect(await update('Old', { schema: '{}' })).toMatchObject({ schema: '{}' });
});

test('a model that something names stays', async () => {
  await create('Pet', {});
  await create('Pets', { type: 'array', items: other('Pet') });
  const remove = (name: string) => () => kit.control.models.delete(editor, restApiId, name);
  const message = async (name: string) => (await refusal(kit, remove(name))).message;
  expect(await message('Pet')).toBe("Cannot delete model 'Pet', is referenced in model: Pets");
  const at = [editor, restApiId, root, 'GET'] as const;
  await kit.control.methods.put(...at, { requestModels: { 'application/json': 'Pets' } });
  expect(await message('Pets')).toBe("Cannot delete model 'Pets', is referenced in method request: //GET");
  await kit.control.methods.put(...at, {});
  const responseModels = { 'application/json': 'Pets' };
  await kit.control.methods.putMethodResponses(...at, {
    '200': { statusCode: '200', responseParameters: {}, responseModels },
  });
  expect(await message('Pets')).toBe("Cannot delete model 'Pets', is referenced in method response: //GET");
});

describe('what is generated', () => {
  const REFERENCE = 'https://apigateway.amazonaws.com/restapis/{apiId}/models/';
  const stored = [
    {
      name: 'Owner',
      contentType: 'a/b',
      schema: text({ type: 'object', properties: { name: { type: 'string' } } }),
    },
    {
      name: 'Node',
      contentType: 'a/b',
      schema: text({
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer' },
          parent: { $ref: `${REFERENCE}Node` },
          children: { type: 'array', items: { $ref: `${REFERENCE}Node` } },
          again: { $ref: '#' },
        },
      }),
    },
  ];

  test.each<[rule: string, schema: unknown, example: unknown]>([
    ['nothing said', {}, 'text'],
    ['a text', { type: 'string' }, 'text'],
    ['a format', { type: 'string', format: 'date' }, '2026-01-15'],
    ['a short text', { type: 'string', maxLength: 2 }, 'te'],
    ['a long text', { type: 'string', minLength: 6 }, 'textxx'],
    ['an empty text', { type: 'string', maxLength: 0 }, ''],
    ['a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d+(x|y)?$' }, 'AAA-0'],
    ['a pattern and a length', { type: 'string', pattern: '^(?:ab|c)[^a]*$', minLength: 5 }, 'abAAA'],
    ['an integer', { type: 'integer' }, 1],
    ['a minimum', { type: 'integer', minimum: 5 }, 5],
    ['an exclusive minimum', { type: 'integer', minimum: 5, exclusiveMinimum: true }, 6],
    ['a maximum', { type: 'integer', maximum: 0, exclusiveMaximum: true }, -1],
    ['a step', { type: 'number', multipleOf: 7, minimum: 10 }, 14],
    [
      'a narrow range',
      { type: 'number', minimum: 1, exclusiveMinimum: true, maximum: 1.25, exclusiveMaximum: true },
      1.125,
    ],
    ['several types', { type: ['null', 'boolean'] }, true],
    ['null', { type: 'null' }, null],
    ['enum', { enum: ['cat', 'dog'] }, 'cat'],
    ['default', { type: 'integer', default: 9 }, 9],
    ['example', { type: 'object', example: { a: [1, 'b'] } }, { a: [1, 'b'] }],
    [
      'an object',
      { type: 'object', properties: { a: { type: 'string' }, 'b-c': { type: 'number' } }, required: ['d'] },
      { a: 'text', 'b-c': 0.5, d: 'text' },
    ],
    ['an array', { type: 'array', items: { type: 'boolean' } }, [true]],
    [
      'different items',
      { type: 'array', items: { type: 'integer' }, minItems: 3, uniqueItems: true },
      [1, 2, 3],
    ],
    [
      'different values',
      { type: 'array', items: { enum: ['a', 'b'] }, minItems: 2, uniqueItems: true },
      ['a', 'b'],
    ],
    [
      'different numbers',
      { type: 'array', items: { enum: [1, 2], default: 1 }, minItems: 2, uniqueItems: true },
      [1, 2],
    ],
    ['no items', { type: 'array', maxItems: 0, items: {} }, []],
    ['a tuple', { type: 'array', items: [{ type: 'string' }, { type: 'integer' }] }, ['text', 1]],
    [
      'arrays in arrays of objects',
      {
        items: { properties: { a: { type: 'array', items: { type: 'array', items: { type: 'integer' } } } } },
      },
      [{ a: [[1]] }],
    ],
    [
      'allOf',
      { allOf: [{ required: ['b'] }, { $ref: `${REFERENCE}Owner` }], properties: { b: { type: 'integer' } } },
      { b: 1, name: 'text' },
    ],
    ['oneOf', { oneOf: [{ $ref: `${REFERENCE}Owner` }, { type: 'string' }] }, { name: 'text' }],
    [
      'the choice that has an end',
      { type: 'object', properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } } },
      { next: null },
    ],
    ['its own definitions', { definitions: { 'a/b': { type: 'integer' } }, $ref: '#/definitions/a~1b' }, 1],
    ['another model', { properties: { owner: { $ref: `${REFERENCE}Owner` } } }, { owner: { name: 'text' } }],
    ['a part of another model', { $ref: `${REFERENCE}Owner#/properties/name` }, 'text'],
    [
      'a circle over another model',
      { properties: { node: { $ref: `${REFERENCE}Node` } } },
      { node: { id: 1, children: [] } },
    ],
  ])('%s: the model accepts it, and the template gives it back', async (_rule, schema, example) => {
    await kit.database.db.insert(models).values(stored.map((model) => ({ ...model, restApiId })));
    await create('M', schema);
    const generated = await kit.control.models.generate(editor, restApiId, 'M');
    expect(JSON.parse(generated.example)).toEqual(example);
    const all = await kit.control.models.list(editor, restApiId);
    expect(compileModels(all)('M').faults(JSON.parse(generated.example))).toBeUndefined();
    const { text: rendered } = compileTemplate(generated.template, 'generated').render({
      body: generated.example,
      params: { path: {}, querystring: {}, header: {} },
      context: {},
      stageVariables: {},
    });
    expect(JSON.parse(rendered)).toEqual(example);
  });

  test('the template is in the form of AWS', async () => {
    await create('Pets', {
      type: 'array',
      items: { properties: { id: { type: 'integer' }, name: { type: 'string' } } },
    });
    expect((await kit.control.models.generate(editor, restApiId, 'Pets')).template).toBe(
      `#set($inputRoot = $input.path('$'))
[
#foreach($elem in $inputRoot)
  {
    "id" : $elem.id,
    "name" : "$elem.name"
  }#if($foreach.hasNext),#end

#end
]`,
    );
    const empty = await kit.control.models.generate(editor, restApiId, 'Empty');
    expect(empty).toEqual({ example: '{}', template: "#set($inputRoot = $input.path('$'))\n{}" });
  });

  test('models that lead from one to the next without end are followed some way', async () => {
    const chain = Array.from({ length: 2_000 }, (_, index) => ({
      restApiId,
      name: `C${index}`,
      contentType: 'a/b',
      schema: text({ properties: { next: { $ref: `${REFERENCE}C${index + 1}` } } }),
    }));
    await kit.database.db.insert(models).values(chain);
    const { example } = await kit.control.models.generate(editor, restApiId, 'C0');
    expect(example).toMatch(/^\{\n {2}"next": \{/);
  });

  test.each([
    ['asks one thing a million times', (next: object) => ({ allOf: [next, next] })],
    [
      'says one long value again and again',
      (next: object) => ({ properties: { a: next, b: { default: 'x'.repeat(10_000) }, c: next } }),
    ],
    [
      'repeats a repeat',
      (next: object) => ({ properties: { a: next, b: { pattern: '((a{1000}){1000}){1000}' }, c: next } }),
    ],
    ['is a million members', (next: object) => ({ properties: { a: next, b: next } })],
  ])('a schema that %s ends soon', async (_name, level) => {
    const definitions = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`d${index}`, level({ $ref: `#/definitions/d${index + 1}` })]),
    );
    const schema = text({ definitions, properties: { x: { $ref: '#/definitions/d0' } } });
    await kit.database.db.insert(models).values({ restApiId, name: 'Bomb', contentType: 'a/b', schema });
    const { example } = await kit.control.models.generate(editor, restApiId, 'Bomb');
    expect(example.length).toBeLessThan(1_000_000);
  });
});
