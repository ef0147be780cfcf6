import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IntegrationDocument, ModelDocument } from '../snapshot/types';
import { integrationResponse } from '../testing/documents';
import { type Around, type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';

/* reliability.md 4.3, B10: JSON that is made to cost, at every door that reads JSON. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
afterAll(() => bench.close());

const MEGABYTE = 1_000_000;
const deepList = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const deepObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** `readable`: JSON as it is read here, which has an end and is no deeper than 1,000. */
const bombs: [name: string, readable: boolean, text: () => string][] = [
  ['lists 1,000 deep', true, () => `{"a":${deepList(999)}}`],
  ['lists 100,000 deep', false, () => `{"a":${deepList(100_000)}}`],
  ['objects 100,000 deep', false, () => deepObject(100_000)],
  ['lists 1,000,000 deep', false, () => `{"a":${deepList(MEGABYTE)}}`],
  ['brackets in a text', true, () => `{"a":"${'[{'.repeat(100_000)}\\""}`],
  ['10 MB of [', false, () => '['.repeat(10 * MEGABYTE)],
  ['10 MB of {"a":', false, () => '{"a":'.repeat(2 * MEGABYTE)],
  ['500,000 keys', true, () => `{${Array.from({ length: 500_000 }, (_, i) => `"${i}":1`).join()}}`],
  ['a million times the same key', true, () => `{${'"a":1,'.repeat(MEGABYTE)}"a":1}`],
  ['2 million items', true, () => `{"a":[${'0,'.repeat(2 * MEGABYTE)}0]}`],
  ['500,000 objects', true, () => `{"a":[${'{"a":1},'.repeat(500_000)}{}]}`],
  [
    '200,000 distinct objects',
    true,
    () => `{"a":[${Array.from({ length: 200_000 }, (_, i) => `{"b":${i}}`).join()}]}`,
  ],
  ['1e400', true, () => '{"a":1e400}'],
  ['-1e400 and 1e-400', true, () => '{"a":[-1e400,1e-400]}'],
  ['a number of a million digits', true, () => `{"a":${'9'.repeat(MEGABYTE)}}`],
  ['a fraction of a million digits', true, () => `{"a":0.${'1'.repeat(MEGABYTE)}}`],
  ['a text of 10 MB', true, () => `{"a":"${'x'.repeat(10 * MEGABYTE)}"}`],
  ['a text of a million escapes', true, () => `{"a":"${'\\u0000'.repeat(MEGABYTE)}"}`],
  ['a key of 5 MB', true, () => `{"${'k'.repeat(5 * MEGABYTE)}":1}`],
  ['5 MB of blanks', true, () => `${' '.repeat(5 * MEGABYTE)}{"a":1}`],
  ['__proto__', true, () => '{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1}}}'],
  ['constructor.prototype', true, () => '{"constructor":{"prototype":{"polluted":1}},"a":1}'],
  ['lone surrogates', true, () => '{"a":"\\ud800","\\udfff":"\\udc00\\ud800"}'],
  ['NaN', false, () => '{"a":NaN}'],
  ['two documents', false, () => '{"a":1}{"a":2}'],
  ['a text that never ends', false, () => `{"a":"${'x'.repeat(MEGABYTE)}`],
  ['a comment', false, () => '{"a":1/**/}'],
];
const made = new Map<string, Buffer>();

/** Made once for all doors. */
function bytesOf(name: string, text: () => string): Buffer {
  const bytes = made.get(name) ?? Buffer.from(text());
  made.set(name, bytes);
  return bytes;
}

const model = (schema: unknown): Around => ({
  method: { requestValidatorId: 'body', requestModels: { $default: 'Bomb' } },
  deployment: {
    requestValidators: [{ id: 'body', validateRequestParameters: false, validateRequestBody: true }],
    models: [
      {
        name: 'Bomb',
        contentType: 'application/json',
        schema: JSON.stringify(schema),
      } satisfies ModelDocument,
    ],
  },
});
const template = (text: string): Partial<IntegrationDocument> => ({ requestTemplates: { $default: text } });
const mapped = (source: string): Partial<IntegrationDocument> => ({
  requestParameters: { 'integration.request.header.X-Out': source },
});
const tree = { type: 'object', additionalProperties: { $ref: '#' } };

type Verdict = (readable: boolean) => number[];
/** What is readable may still not be what is wanted: a model refuses it, and a header holds only so much. */
const byCaller: Verdict = (readable) => (readable ? [200, 400] : [400]);
/** To a template what cannot be read is nothing, and what costs too much its own fault. */
const byTemplate: Verdict = () => [200, 500];

const doors: Record<string, { part?: Partial<IntegrationDocument>; around?: Around; verdict: Verdict }> = {
  'a model of any object': { around: model({ type: 'object' }), verdict: byCaller },
  'a model that refers to itself': { around: model(tree), verdict: byCaller },
  'a model of unique items': {
    around: model({ properties: { a: { uniqueItems: true } } }),
    verdict: byCaller,
  },
  'a model with a pattern': {
    around: model({ additionalProperties: { pattern: '^(a+)+$' } }),
    verdict: byCaller,
  },
  'a mapping': { part: mapped('method.request.body.a'), verdict: byCaller },
  'a mapping that searches': { part: mapped('method.request.body..b'), verdict: byCaller },
  'a template, the whole': { part: template("$input.json('$')"), verdict: byTemplate },
  'a template, a search': { part: template("$input.path('$..b').size()"), verdict: byTemplate },
  'a template, parsed again': { part: template('$util.parseJson($input.body).a'), verdict: byTemplate },
  'a template, every member': {
    part: template("#foreach($x in $input.path('$.a'))$x#end"),
    verdict: byTemplate,
  },
};

/**
 * Milliseconds of the process's time, caller and backend among it: other work on the machine does not count. Many
 * times the bar of 250 ms; what it guards against takes minutes.
 */
const SOON = 20_000;

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Judged as what it is, and logged as nothing but a fault of the API's definition. */
function expectNoFaultOfOurs(status: number): void {
  const logged = bench.gateway.errors.splice(0).map(({ message }) => message);
  expect(status === 500 ? ['A call failed by what its API says'] : []).toEqual(
    expect.arrayContaining(logged),
  );
}

describe.each(Object.entries(doors))('%s', (_door, { part, around, verdict }) => {
  test.each(bombs)('B10 %s', async (name, readable, text) => {
    const body = bytesOf(name, text);
    const began = processorTime();
    const { status } = await bench.run(part, { body }, around);
    expect(processorTime() - began).toBeLessThan(SOON);
    expect(verdict(readable)).toContain(status);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expectNoFaultOfOurs(status);
  });
});

test.each(bombs)('B10 %s from a backend, mapped and rendered', async (name, readable, text) => {
  const body = bytesOf(name, text);
  bench.answer((_, response) => response.end(body));
  const response = integrationResponse({
    responseParameters: { 'method.response.header.X-Out': 'integration.response.body.a' },
    responseTemplates: { 'application/json': "$input.path('$..b').size()" },
  });
  const began = processorTime();
  const { status } = await bench.run({ integrationResponses: { 200: response } });
  expect(processorTime() - began).toBeLessThan(SOON);
  expect(readable ? [200, 500] : [500]).toContain(status);
  expectNoFaultOfOurs(status);
});
