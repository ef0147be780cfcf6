import { expect, test } from 'vitest';
import { GatewayError } from '../GatewayError';
import { compileExpression } from './compileExpression';
import { JsonBody, type MappingInput } from './MappingInput';

function read(source: string, text: string): readonly string[] {
  const json = new JsonBody(text, () => new GatewayError('DEFAULT_4XX', 'not JSON'));
  const input: MappingInput = {
    values: () => [],
    text,
    json: () => json.value(),
    context: {},
    stageVariables: {},
  };
  const direction = source.startsWith('integration.') ? 'response' : 'request';
  return compileExpression(source, direction).read(input);
}

const lambdaError = JSON.stringify({
  errorMessage: JSON.stringify({ trace: ['a', 'b'], code: 4.5, requestId: 'r' }),
  errorType: 'Error',
});

test.each([
  ['a text', 'method.request.body.a', '{"a":"x"}', ['x']],
  ['a number', 'method.request.body.n', '{"n":1.5}', ['1.5']],
  ['a boolean', 'method.request.body.b', '{"b":false}', ['false']],
  ['an object is JSON text', 'method.request.body.o', '{"o": {"a": [1]}}', ['{"a":[1]}']],
  ['a list is JSON text', 'method.request.body.o.a', '{"o":{"a":[1,"x"]}}', ['[1,"x"]']],
  ['an element', 'method.request.body.l[1].x', '{"l":[{},{"x":"y"}]}', ['y']],
  ['a path with $.', 'method.request.body.$.a', '{"a":"x"}', ['x']],
  ['a function', 'method.request.body.l.length()', '{"l":[1,2]}', ['2']],
  ['a function that gives a Double', 'method.request.body.l.sum()', '{"l":[1,2]}', ['3.0']],
  ['what is missing', 'method.request.body.none', '{"a":1}', []],
  ['null', 'method.request.body.a', '{"a":null}', []],
  ['a body that is not meant to be JSON', 'method.request.body.a', 'a=1', []],
  ['the whole body', 'method.request.body', 'a=1', ['a=1']],
  ['an empty body', 'method.request.body', '', ['{}']],
  ['an empty answer', 'integration.response.body', '', ['']],
  ['JSON within errorMessage', 'integration.response.body.errorMessage.code', lambdaError, ['4.5']],
  ['a list within errorMessage', 'integration.response.body.errorMessage.trace[1]', lambdaError, ['b']],
  ['what stands beside it', 'integration.response.body.errorType', lambdaError, ['Error']],
  [
    'an errorMessage that is no JSON',
    'integration.response.body.errorMessage.x',
    '{"errorMessage":"no"}',
    [],
  ],
  [
    'an errorMessage that is an object',
    'integration.response.body.errorMessage.x',
    '{"errorMessage":{"x":1}}',
    ['1'],
  ],
  ['no text is looked into on the way in', 'method.request.body.errorMessage.code', lambdaError, []],
  ['what objects inherit', 'method.request.body.constructor', '{}', []],
  ['__proto__ as data', 'method.request.body.__proto__', '{"__proto__":"x"}', ['x']],
])('5 body expressions: %s', (_, source, text, expected) => {
  expect(read(source, text)).toEqual(expected);
});

test.each([
  'method.request.header',
  'method.request.cookie.a',
  'x',
  "'a",
  'method.request.body.[',
  'stageVariable.a',
])('5 %s is no expression', (source) => {
  expect(() => compileExpression(source, 'request')).toThrow();
});
