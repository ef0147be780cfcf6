import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IntegrationDocument } from '../snapshot/types';
import { integrationResponse } from '../testing/documents';
import { type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';

/* Reference section 6: the whole matrix, with every form in which a media type can come. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
afterAll(() => bench.close());

/** As sent, and the media type that it means. */
const contentTypes: [sent: string | undefined, media: string][] = [
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['application/json', 'application/json'],
  ['application/json; charset=utf-8', 'application/json'],
  ['application/json;charset=utf-8', 'application/json'],
  ['application/json ;', 'application/json'],
  ['Application/JSON', 'application/json'],
  ['text/xml', 'text/xml'],
  ['TEXT/XML; q=1; a="b;c"', 'text/xml'],
  ['text/plain', 'text/plain'],
  ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
  ['multipart/form-data; boundary=application/json', 'multipart/form-data'],
  ['application/vnd.api+json', 'application/vnd.api+json'],
  ['application/jsonp', 'application/jsonp'],
  ['json', 'json'],
  ['*/*', '*/*'],
  ['$default', '$default'],
];
const sets: Record<string, Record<string, string>> = {
  'no templates': {},
  'application/json': { 'application/json': 'as JSON' },
  'text/xml': { 'text/xml': 'as XML' },
  'application/json and text/xml': { 'application/json': 'as JSON', 'text/xml': 'as XML' },
  $default: { $default: 'as default' },
  'text/xml and $default': { 'text/xml': 'as XML', $default: 'as default' },
  'a key in capitals': { 'Application/JSON': 'as JSON' },
};
/** What the reference's table says where no key matches. */
const unmatched = {
  WHEN_NO_MATCH: { some: 'pass', none: 'pass' },
  WHEN_NO_TEMPLATES: { some: '415', none: 'pass' },
  NEVER: { some: '415', none: '415' },
} as const;

describe.each(Object.keys(unmatched) as (keyof typeof unmatched)[])('%s', (passthroughBehavior) => {
  describe.each(Object.entries(sets))('%s', (_name, requestTemplates) => {
    test.each(contentTypes)('Content-Type %j means %s', async (sent, media) => {
      const headers: Record<string, string> = sent === undefined ? {} : { 'Content-Type': sent };
      const answer = await bench.run(
        { passthroughBehavior, requestTemplates },
        { headers, body: 'the body' },
      );
      expect(outcome(answer)).toBe(expected(media));
    });

    function expected(media: string): string {
      const key = Object.keys(requestTemplates).find((one) => one.toLowerCase() === media);
      const template = requestTemplates[key ?? '$default'];
      if (template !== undefined) return template;
      const rule = unmatched[passthroughBehavior][Object.keys(requestTemplates).length > 0 ? 'some' : 'none'];
      return rule === 'pass' ? 'the body' : '415 {"message":"Unsupported Media Type"}';
    }
  });
});

function outcome({ status, body, seen }: Awaited<ReturnType<MethodUnderTest['run']>>): string {
  return seen ? seen.body : `${status} ${body}`;
}

test.each<{
  rule: string;
  passthroughBehavior: IntegrationDocument['passthroughBehavior'];
  templates: Record<string, string>;
  status: number;
}>([
  { rule: 'NEVER without templates', passthroughBehavior: 'NEVER', templates: {}, status: 415 },
  {
    rule: 'WHEN_NO_TEMPLATES beside another',
    passthroughBehavior: 'WHEN_NO_TEMPLATES',
    templates: { 'a/b': 'x' },
    status: 415,
  },
  {
    rule: 'WHEN_NO_MATCH reads the body itself',
    passthroughBehavior: 'WHEN_NO_MATCH',
    templates: { 'a/b': 'x' },
    status: 200,
  },
])('MOCK, $rule: $status', async ({ passthroughBehavior, templates, status }) => {
  const part = { type: 'MOCK' as const, passthroughBehavior, requestTemplates: templates };
  expect((await bench.run(part, { body: '{"statusCode": 200}' })).status).toBe(status);
});

test.each(['GET', 'HEAD', 'OPTIONS', 'DELETE'])('NEVER refuses a %s without a body as well', async (verb) => {
  const part = { passthroughBehavior: 'NEVER', httpMethod: verb } as const;
  expect((await bench.run(part, { method: verb })).status).toBe(415);
});

describe.each(['HTTP', 'HTTP_PROXY'] as const)('%s sends no body', (type) => {
  test.each(['GET', 'HEAD', 'OPTIONS'])('with %s, whatever the caller and the template say', async (verb) => {
    const requestTemplates: Record<string, string> =
      type === 'HTTP' ? { 'application/json': 'rendered' } : {};
    const { seen } = await bench.run({ type, httpMethod: verb, requestTemplates }, { body: 'sent' });
    expect([seen?.method, seen?.body, seen?.headers['content-length']]).toEqual([verb, '', undefined]);
  });
});

const both = { 'text/xml': 'XML', 'application/json': 'JSON' };
const foreign = { 'text/xml': 'XML', 'text/html': 'HTML' };

test.each<[accept: string | undefined, templates: Record<string, string>, body: string]>([
  [undefined, both, 'JSON'],
  ['', both, 'JSON'],
  ['application/json', both, 'JSON'],
  ['text/xml', both, 'XML'],
  ['TEXT/XML;q=0', both, 'XML'],
  ['text/xml, application/json', both, 'XML'],
  ['text/html, text/xml', both, 'JSON'],
  ['*/*', both, 'JSON'],
  ['text/*', both, 'JSON'],
  ['image/png', foreign, 'XML'],
  [undefined, foreign, 'XML'],
  ['text/html', foreign, 'HTML'],
  ['image/png', {}, '{"from": "backend"}'],
  ['image/png', { 'application/json': '' }, ''],
])('the response template for Accept %j among %o: %s', async (accept, responseTemplates, body) => {
  const headers: Record<string, string> = accept === undefined ? {} : { Accept: accept };
  const part = { integrationResponses: { 200: integrationResponse({ responseTemplates }) } };
  expect((await bench.run(part, { headers })).body).toBe(body);
});
