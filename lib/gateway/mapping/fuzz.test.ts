import { expect, test } from 'vitest';
import { GatewayError } from '../GatewayError';
import { mockStatusCode } from '../integrations/mockStatusCode';
import { parseTraceId } from '../pipeline/traceId';
import { compileHeaderSource, compileSubstitution } from '../responses/compileSubstitution';
import { RouteTree } from '../snapshot/RouteTree';
import { seededRandom } from '../testing/seededRandom';
import { compileExpression } from './compileExpression';
import { compileUri } from './compileUri';
import { compileJsonPath, JsonPathError } from './jsonPath';
import { JsonBody, type MappingInput } from './MappingInput';
import { parseJson } from './parseJson';
import { parseQuery } from './parseQuery';

/*
 * reliability.md 4.3, B29: 20,000 seeded runs of every small parser between a caller and his backend. None crashes,
 * hangs or reaches the prototypes; what a run finds becomes a row of that parser's own tests.
 */
const RUNS = 20_000;
const { below, pick, text } = seededRandom(20_261_121);

/** Names and characters out of which the worst texts are made. */
const NASTY = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'a',
  'b',
  'X-A',
  '0',
  '-1',
  '9999999999',
  '',
  ' ',
  '\t',
  '\r\n',
  '\0',
  '\u2028',
  '\ud800',
  'é',
  '𝒳',
  '.',
  '..',
  '/',
  '\\',
  '%',
  '%2f',
  '%00',
  '%E9',
  '+',
  '&',
  ';',
  '=',
  ',',
  ':',
  '?',
  '*',
  '@',
  '$',
  '#',
  '!',
  '~',
  '|',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '${',
  '"',
  "'",
  "\\'",
  'stageVariables.',
  'context.',
  'method.request.',
  'integration.response.',
  'body',
  'body.',
  'header.',
  'querystring.',
  'path.',
  'multivalueheader.',
  'multivaluequerystring.',
  'length()',
  'null',
  'true',
  '1e400',
] as const;

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype, Map.prototype];
const named = () => prototypes.map((one) => Object.getOwnPropertyNames(one).length);

/** Runs it 20,000 times; tells what went wrong and with what. */
function fuzz(make: () => string, run: (input: string) => void): void {
  const before = named();
  const faults: string[] = [];
  let slowest = 0;
  for (let turn = 0; turn < RUNS; turn += 1) {
    const input = make();
    const began = performance.now();
    try {
      run(input);
    } catch (error) {
      faults.push(`${JSON.stringify(input)}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    slowest = Math.max(slowest, performance.now() - began);
  }
  expect(faults.slice(0, 3)).toEqual([]);
  // A hang is meant, not a busy machine.
  expect(slowest).toBeLessThan(10_000);
  expect(named()).toEqual(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}

const documents = [
  {},
  { a: { b: [1, 'x', null, { a: true }] }, 'X-A': 5, '0': [] },
  [[[]], { constructor: { prototype: { a: 1 } } }],
  parseJson('{"__proto__": {"polluted": 1}, "a": {"__proto__": []}}'),
  'a text',
  7,
  null,
] as const;

const values = [
  '',
  'x',
  'a,b',
  '\ud800',
  '{"__proto__":{"polluted":1}}',
  '[{"a":{"b":[]}}]',
  '"a"',
  '{',
  '5',
] as const;

function someInput(): MappingInput {
  const body = new JsonBody(pick(values), () => new GatewayError('DEFAULT_4XX', 'not JSON'));
  return {
    values: () => (below(2) === 0 ? [] : [pick(values), pick(values)]),
    text: pick(values),
    json: () => body.value(),
    context: { a: { b: 'c', constructor: 'own' }, identity: { user: null } },
    stageVariables: { a: 'v', b: '' },
  };
}

/** Refused with a reason when it is compiled, or ended with an answer for the caller. */
function foreseen(error: unknown, before: boolean): void {
  const ours = [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind);
  if (error instanceof GatewayError || (before && error instanceof Error && !ours)) return;
  throw error;
}

const PREFIXES = [
  '',
  'method.request.',
  'method.request.body.',
  'integration.response.body.',
  'context.',
  "'",
] as const;

test.each(['request', 'response'] as const)('B29 mapping expressions of a %s', (direction) => {
  let compiled = 0;
  fuzz(
    () => pick(PREFIXES) + text(NASTY, 6),
    (source) => {
      let ready = false;
      try {
        const expression = compileExpression(source, direction);
        ready = true;
        compiled += 1;
        for (const value of expression.read(someInput()))
          if (typeof value !== 'string') throw new TypeError(`not a text: ${String(value)}`);
      } catch (error) {
        foreseen(error, !ready);
      }
    },
  );
  // Else only refusals were tried.
  expect(compiled).toBeGreaterThan(RUNS / 20);
});

const PATH_PARTS = [
  '$',
  '@',
  '.',
  '..',
  '*',
  '[*]',
  '[0]',
  '[-1]',
  '[0,1]',
  '[1:]',
  '[:2]',
  '[-1:1:1]',
  '[',
  ']',
  '(',
  ')',
  '?',
  '[?(',
  ')]',
  '@.a',
  '==',
  '!=',
  '<',
  '=~',
  '/a+/',
  '/(a|a)*b/i',
  '&&',
  '||',
  '!',
  'in',
  "['a','b']",
  "['__proto__']",
  '.a',
  '.b',
  '.__proto__',
  '.constructor',
  '.length()',
  '.sum()',
  '.keys()',
  '.concat($.a)',
  '.append(1)',
  "'a'",
  '1',
  '-',
  ' ',
  'null',
] as const;

test('B29 JSONPath', () => {
  let compiled = 0;
  fuzz(
    () => pick(['$', '', '$.', '$..', '$[?(@.a '] as const) + text(PATH_PARTS, 7),
    (path) => {
      try {
        const find = compileJsonPath(path);
        compiled += 1;
        find(pick(documents));
      } catch (error) {
        if (!(error instanceof JsonPathError)) throw error;
      }
    },
  );
  expect(compiled).toBeGreaterThan(RUNS / 20);
});

const SEGMENTS = [
  'a',
  'b',
  '',
  '.',
  '..',
  '%61',
  '%2F',
  '%',
  '%zz',
  'é',
  '__proto__',
  'constructor',
  ';',
  '\0',
  '+',
  '{p}',
] as const;

test('B29 path matcher: every path has one answer, and its parameters are pieces of it', () => {
  const routes = new RouteTree<string>();
  for (const template of [
    '/',
    '/a',
    '/a/{p}',
    '/a/{p}/b',
    '/b/{rest+}',
    '/__proto__/{x}',
    '/constructor',
    '/a/b/{q}',
  ])
    routes.add(template, template);
  let matched = 0;
  fuzz(
    () => `${pick(['/', ''] as const)}${Array.from({ length: below(6) }, () => pick(SEGMENTS)).join('/')}`,
    (path) => {
      const route = routes.match(path);
      if (!route) return;
      matched += 1;
      for (const [name, value] of Object.entries(route.parameters))
        if (value === '' || !path.includes(value)) throw new Error(`${name} is ${value}`);
      const names = [...route.value.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => name);
      if (Object.keys(route.parameters).join() !== names.join()) throw new Error(`names of ${route.value}`);
    },
  );
  expect(matched).toBeGreaterThan(RUNS / 20);
});

test('B29 path matcher: any tables of templates', () => {
  fuzz(
    () =>
      Array.from(
        { length: 1 + below(4) },
        () => `/${text(['a', '/', '{p}', '{q}', '{r+}', '{', '}', '+'], 5)}`,
      ).join(' '),
    (templates) => {
      const routes = new RouteTree<string>();
      for (const template of templates.split(' ')) {
        try {
          routes.add(template, template);
        } catch (error) {
          foreseen(error, true);
        }
      }
      routes.match(`/${text(['a', '/', 'p', '%61'], 6)}`);
    },
  );
});

test('B29 queries', () => {
  fuzz(
    () => text(NASTY, 12),
    (query) => {
      for (const [name, all] of parseQuery(query))
        if (typeof name !== 'string' || all.length === 0) throw new Error('a name without a value');
    },
  );
});

test('B29 integration URIs: a value that is filled in opens no further place', () => {
  fuzz(
    () => `http://h/${text(NASTY, 8)}`,
    (uri) => {
      const filled = compileUri(uri);
      try {
        filled(
          { a: '{b}', b: `\${stageVariables.a}` },
          new Map([
            ['a', '{b}'],
            ['b', 'x'],
          ]),
        );
      } catch (error) {
        foreseen(error, false);
      }
    },
  );
});

test('B29 gateway responses', () => {
  const input = { context: { a: { b: 1 } }, stageVariables: { a: 'v' }, parameter: () => undefined };
  fuzz(
    () => text(NASTY, 10),
    (source) => {
      if (typeof compileSubstitution(source)(input) !== 'string') throw new Error('not a text');
      try {
        compileHeaderSource(source)(input);
      } catch (error) {
        foreseen(error, true);
      }
    },
  );
});

test('B29 status codes of mocks and trace ids', () => {
  fuzz(
    () =>
      pick(['{', '', '{"statusCode":', 'Root='] as const) +
      text([...NASTY, 'statusCode', '200', ',', '}'], 8) +
      pick(['}', ''] as const),
    (source) => {
      const status = mockStatusCode(source);
      if (status !== undefined && !Number.isInteger(status)) throw new Error('not an integer');
      parseTraceId(source);
    },
  );
});

test('B29 JSON is read as JSON.parse reads it', () => {
  fuzz(
    () => text([...NASTY, '"', '"', '[', ']', '{', '}', ':', ',', '1'], 12),
    (source) => expect(attempt(() => parseJson(source))).toEqual(attempt(() => JSON.parse(source))),
  );
});

function attempt(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : error;
  }
}
