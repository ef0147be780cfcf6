import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GatewayError } from '../GatewayError';
import { gatewayResponses } from '../responses/gatewayResponses';
import { compileExpression } from './compileExpression';
import { compileRequestParameters } from './compileRequestParameters';
import { compileUri } from './compileUri';
import { JsonBody, type MappingInput } from './MappingInput';

/** A stage variable as URIs write it; spelled so that nobody takes it for a template literal gone wrong. */
const variable = (name: string) => `\${stageVariables.${name}}`;

function vectorsOf<T>(file: string): T[] {
  const text = readFileSync(new URL(`./vectors/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { vectors: T[] }).vectors;
}

interface Message {
  headers: [string, string][];
  multiValueQuerystring?: Record<string, string[]>;
  path?: Record<string, string>;
  body: string;
}

interface MappingVector {
  test: string;
  direction: 'request' | 'response';
  parameters: Record<string, string>;
  request?: Message;
  response?: Message;
  context: Record<string, unknown>;
  stageVariables: Record<string, string>;
  expected?: Record<string, Record<string, string | string[]>>;
  expectedError?: { status_code: number; message: string };
}

const mappings = vectorsOf<MappingVector>('parameter-mapping.json');

test.each(mappings)('vector: $direction $test', (vector) => {
  if (vector.expectedError) expect(() => run(vector)).toThrow(GatewayError);
  else expect(run(vector)).toEqual(vector.expected);
});

test.each(
  mappings.filter(({ expectedError }) => expectedError),
)('vector: $direction $test answers $expectedError.status_code', (vector) => {
  const error = thrownBy(() => run(vector));
  const response = gatewayResponses[error.responseType];
  expect({ status_code: response.status, message: error.publicMessage ?? response.message }).toEqual(
    vector.expectedError,
  );
});

function thrownBy(work: () => unknown): GatewayError {
  try {
    work();
  } catch (error) {
    if (error instanceof GatewayError) return error;
  }
  throw new Error('a GatewayError was expected');
}

function run(vector: MappingVector): Record<string, Record<string, string | string[]>> {
  const input = inputOf(vector);
  if (vector.direction === 'response') return { header: mapResponse(vector.parameters, input) };
  const { header, querystring, path } = compileRequestParameters(vector.parameters).map(input);
  return { header: grouped(header), querystring: grouped(querystring), path: Object.fromEntries(path) };
}

function mapResponse(parameters: Record<string, string>, input: MappingInput): Record<string, string> {
  const headers: [string, string][] = [];
  for (const [target, source] of Object.entries(parameters)) {
    const [value] = compileExpression(source, 'response').read(input);
    if (value !== undefined) headers.push([target.replace('method.response.header.', ''), value]);
  }
  return Object.fromEntries(headers);
}

function grouped(pairs: [string, string][]): Record<string, string | string[]> {
  const names = [...new Set(pairs.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const values = pairs.filter(([other]) => other === name).map(([, value]) => value);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

function inputOf({ direction, request, response, context, stageVariables }: MappingVector): MappingInput {
  const message = request ?? response ?? { headers: [], body: '' };
  const invalid = () =>
    direction === 'request'
      ? new GatewayError('DEFAULT_4XX', 'invalid', 'Invalid JSON in request body')
      : new GatewayError('API_CONFIGURATION_ERROR', 'invalid');
  const json = new JsonBody(message.body, invalid);
  return {
    values: (location, name) => {
      if (location === 'header')
        return message.headers.filter(([key]) => key === name).map(([, value]) => value);
      if (location === 'querystring') return message.multiValueQuerystring?.[name] ?? [];
      const value = message.path?.[name];
      return value === undefined ? [] : [value];
    },
    text: message.body,
    json: () => json.value(),
    context,
    stageVariables,
  };
}

test.each(
  vectorsOf<{
    kind: string;
    uri: string;
    stageVariables?: Record<string, string>;
    pathParameters?: Record<string, string>;
    expected: string;
  }>('uri.json'),
)('vector: $kind in $uri', ({ uri, stageVariables = {}, pathParameters = {}, expected }) => {
  expect(compileUri(uri)(stageVariables, new Map(Object.entries(pathParameters)))).toBe(expected);
});

test('an undefined stage variable in a URI is a configuration error', () => {
  const build = compileUri(`https://${variable('host')}/`);
  expect(thrownBy(() => build({}, new Map())).responseType).toBe('API_CONFIGURATION_ERROR');
  expect(thrownBy(() => compileUri(`${variable('constructor')}`)({}, new Map())).responseType).toBe(
    'API_CONFIGURATION_ERROR',
  );
});

test('a value filled into a URI is not itself read as a place to fill', () => {
  const build = compileUri('https://x/{a}/{b}');
  expect(
    build(
      { v: 'no' },
      new Map([
        ['a', '{b}'],
        ['b', `${variable('v')}`],
      ]),
    ),
  ).toBe(`https://x/{b}/${variable('v')}`);
});

test.each([
  'method.request.cookie.x',
  'method.request.header.',
  'integration.response.header.x',
  'method.request',
  '"double"',
  "'open",
  '',
])('not an expression of the request: %s', (source) => {
  expect(() => compileExpression(source, 'request')).toThrow();
});
