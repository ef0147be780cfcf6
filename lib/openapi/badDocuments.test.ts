import { describe, expect, test } from 'vitest';
import { importOpenApi, isOpenApiError, type OpenApiError } from './index';

function refusal(text: string): OpenApiError {
  try {
    importOpenApi(text);
  } catch (error) {
    if (isOpenApiError(error)) return error;
    throw error;
  }
  throw new Error('The document was accepted');
}

/** A document around what stands in its `paths`, in YAML; the first of the lines is line 4. */
const paths = (...lines: string[]) =>
  `openapi: 3.0.1\ninfo: {title: T, version: "1"}\npaths:\n${lines.join('\n')}\n`;
/** One operation; its own members begin at line 6. */
const operation = (...lines: string[]) =>
  paths('  /a/{id}:', '    get:', ...lines.map((line) => `      ${line}`), '      responses: {}');
/** One integration; its own members begin at line 7. */
const integration = (...lines: string[]) =>
  operation('x-amazon-apigateway-integration:', ...lines.map((line) => `  ${line}`));

const bad: [rule: string, text: string, line: number, message: RegExp][] = [
  // not a document
  ['empty text', '', 1, /empty/],
  ['only space', ' \n\n ', 1, /empty/],
  ['only a comment', '# nothing\n', 1, /empty/],
  ['a text', '"hello"', 1, /must be an object, not a text/],
  ['a list', '- a\n- b', 1, /must be an object, not a list/],
  ['JSON: cut off', '{\n"openapi": "3.0.1",\n"info": {', 3, /Invalid JSON.*end of the document/],
  ['JSON: comma at the end', '{\n"openapi": "3.0.1",\n}', 3, /Invalid JSON.*"}"/],
  ['JSON: comma missing', '{\n"openapi": "3.0.1"\n"info": {}}', 3, /Invalid JSON: Expected "," or "}"/],
  ['JSON: colon missing', '{\n"openapi" "3.0.1"}', 2, /Invalid JSON: Expected ":"/],
  ['JSON: a word', '{"a":\nnope}', 2, /Invalid JSON: Expected a value/],
  ['JSON: single quotes', "{\n'a': 1}", 2, /Invalid JSON/],
  ['JSON: bad escape', '{\n"a": "\\x"}', 2, /invalid escape/],
  ['JSON: text without end', '{\n"a": "b\n}', 2, /no closing quote/],
  ['JSON: control character', '{\n"a": "b\u0001"}', 2, /control character/],
  ['JSON: text behind', '{}\n{}', 2, /Expected the end/],
  ['JSON: number out of range', '{\n"a": 1e400}', 2, /out of range/],
  ['JSON: key twice', '{\n"a": 1,\n"a": 2}', 3, /stands twice/],
  ['JSON: __proto__', '{\n"__proto__": {"polluted": true}}', 2, /__proto__/],
  ['YAML: bad indentation', 'a: 1\n  b: 2', 1, /Invalid YAML/],
  ['YAML: tab', 'a:\n\tb: 1', 2, /Invalid YAML: Tabs/],
  ['YAML: open list', 'a: [1,\nb: 2', 2, /Invalid YAML/],
  ['YAML: key twice', 'a: 1\na: 2', 2, /stands twice/],
  ['YAML: __proto__', 'a:\n  __proto__: {b: 1}', 2, /__proto__/],
  ['YAML: merge key', 'a: &x {b: 1}\nc:\n  <<: *x', 3, /Merge keys/],
  ['YAML: foreign tag', 'a: 1\nb: !!js/function "x"', 2, /tag .*js.function is not allowed/],
  ['YAML: local tag', 'a: !Ref x', 1, /tag !Ref is not allowed/],
  ['YAML: binary', 'a:\n  b: !!binary aGk=', 2, /tag .*binary is not allowed/],
  ['YAML: two documents', 'a: 1\n---\nb: 2', 2, /more than one/],
  ['YAML: alias without anchor', 'a: 1\nb: *x', 2, /alias|Unresolved/],
  ['YAML: alias inside itself', 'a: &x\n  b: *x', 2, /alias/],
  ['YAML: a list as key', '? [a, b]\n: 1', 1, /key must be a text/],
  ['YAML: not a number', 'a: .nan', 1, /out of range/],
  // not one of ours
  ['no version', 'info: {title: T}\npaths: {}', 1, /"openapi" or "swagger" is missing/],
  ['Swagger 1.2', 'info: {}\nswagger: "1.2"', 2, /swagger "1\.2" is not supported/],
  ['OpenAPI 3.2', '\nopenapi: 3.2.0', 2, /openapi "3\.2\.0" is not supported/],
  ['OpenAPI 2.0', 'openapi: 2.0', 1, /openapi "2\.0" is not supported/],
  ['version of the wrong type', 'openapi: [3]', 1, /must be a text, not a list/],
  // missing and wrong members
  ['no info', 'openapi: 3.0.1\npaths: {}', 1, /"info" is missing/],
  ['no title', 'openapi: 3.0.1\ninfo: {version: "1"}\npaths: {}', 2, /info\.title/],
  ['empty title', 'openapi: 3.0.1\ninfo:\n  title: " "\n  version: "1"\npaths: {}', 3, /Name is required/],
  [
    'title of the wrong type',
    'openapi: 3.0.1\ninfo:\n  version: "1"\n  title: {}\npaths: {}',
    4,
    /must be a text/,
  ],
  [
    'version too long',
    `openapi: 3.0.1\ninfo:\n  title: T\n  version: "${'1'.repeat(65)}"\npaths: {}`,
    4,
    /64/,
  ],
  ['no paths', 'openapi: 3.0.1\ninfo: {title: T, version: "1"}', 1, /"paths" is missing/],
  [
    'paths is a list',
    'openapi: 3.0.1\ninfo: {title: T, version: "1"}\npaths: []',
    3,
    /must be an object, not a list/,
  ],
  [
    'paths is null',
    'openapi: 3.0.1\ninfo: {title: T, version: "1"}\npaths:',
    3,
    /must be an object, not null/,
  ],
  ['path item is a text', paths('  /a: none'), 4, /"\/a" must be an object, not a text/],
  ['operation is a list', paths('  /a:', '    get: []'), 5, /"get" must be an object/],
  ['parameters is an object', operation('parameters: {}'), 6, /must be a list/],
  ['summary is a list', operation('summary: [a]'), 6, /must be a text/],
  ['tags hold an object', operation('tags: [a, {b: c}]'), 6, /must be a text/],
  ['operationId too long', operation(`operationId: ${'a'.repeat(256)}`), 6, /255/],
  [
    'required is a text',
    operation('parameters: [{name: a, in: query, required: "yes"}]'),
    6,
    /true or false/,
  ],
  ['parameter without name', operation('parameters:', '- {in: query}'), 7, /needs "name" and "in"/],
  [
    'parameter twice',
    operation('parameters:', '- {name: a, in: query}', '- {name: a, in: query}'),
    8,
    /twice/,
  ],
  [
    'one name in two places',
    operation('parameters:', '- {name: a, in: query}', '- {name: a, in: header}'),
    8,
    /must be unique across/,
  ],
  [
    'path parameter that the path lacks',
    operation('parameters:', '- {name: b, in: path, required: true}'),
    7,
    /no variable \{b\}/,
  ],
  [
    'status code',
    operation('summary: s').replace('responses: {}', 'responses: {"99": {}}'),
    7,
    /three digits/,
  ],
  [
    'unknown validator',
    operation('x-amazon-apigateway-request-validator: nope'),
    6,
    /no request validator named "nope"/,
  ],
  ['unknown security scheme', operation('security: [{nope: []}]'), 6, /"nope" is not defined/],
  [
    'unknown x-amazon-apigateway-auth',
    operation('x-amazon-apigateway-auth: {type: LDAP}'),
    6,
    /NONE or AWS_IAM/,
  ],
  // paths
  ['path without slash', paths('  a: {}'), 4, /must begin with "\/"/],
  ['empty part', paths('  /a//b: {}'), 4, /path part/],
  ['space in a part', paths('  "/a b": {}'), 4, /path part/],
  ['variable inside a part', paths('  /a{b}: {}'), 4, /path part/],
  [
    'second variable beside another',
    paths('  /a/{b}: {}', '  /a/{c}/d: {}'),
    5,
    /A sibling \(\{b\}\) .* only one is allowed/,
  ],
  ['greedy beside a variable', paths('  /{a}: {}', '  /{proxy+}: {}'), 5, /A sibling \(\{a\}\)/],
  ['greedy not last', paths('  /{proxy+}/a: {}'), 4, /must be the last part/],
  [
    'one path with and without slash',
    paths('  /a: {get: {responses: {}}}', '  /a/: {get: {responses: {}}}'),
    5,
    /method GET twice/,
  ],
  // references
  [
    'remote reference',
    operation('parameters: [{$ref: "https://evil.example/p.json"}]'),
    6,
    /outside this document/,
  ],
  ['file reference', operation('parameters: [{$ref: "file:///etc/passwd"}]'), 6, /outside this document/],
  [
    'reference to another file',
    operation('parameters: [{$ref: "common.yaml#/p"}]'),
    6,
    /outside this document/,
  ],
  [
    'reference to nothing',
    operation('parameters: [{$ref: "#/components/parameters/P"}]'),
    6,
    /is not in this document/,
  ],
  [
    'reference of the wrong type',
    operation('parameters: [{$ref: 5.5e}]').replace('5.5e', '[a]'),
    6,
    /must be a text/,
  ],
  [
    'loop of references',
    `${operation('parameters: [{$ref: "#/components/parameters/A"}]')}components:\n  parameters:\n    A: {$ref: "#/components/parameters/B"}\n    B: {$ref: "#/components/parameters/A"}`,
    6,
    /back to itself/,
  ],
  [
    'reference to itself',
    `${operation('parameters: [{$ref: "#/components/parameters/A"}]')}components: {parameters: {A: {$ref: "#/components/parameters/A"}}}`,
    6,
    /back to itself/,
  ],
  [
    'schema: remote reference',
    `${paths('  {}')}components:\n  schemas:\n    A:\n      items: {$ref: "http://evil.example/s"}`,
    8,
    /outside this document/,
  ],
  [
    'schema: reference to nothing',
    `${paths('  {}')}components:\n  schemas:\n    A:\n      items: {$ref: "#/components/schemas/B"}`,
    8,
    /is not in this document/,
  ],
  [
    'schema: reference to no schema',
    `${paths('  {}')}components:\n  schemas:\n    A: {$ref: "#/info"}`,
    7,
    /may refer to #\/components\/schemas\/Name only/,
  ],
  ['schema is a text', `${paths('  {}')}components:\n  schemas:\n    A: text`, 7, /schema must be an object/],
  // integrations
  ['integration is a text', operation('x-amazon-apigateway-integration: mock'), 6, /must be an object/],
  ['integration without type', integration('uri: http://a.example'), 6, /"type" must be one of/],
  [
    'integration of unknown type',
    integration('uri: http://a.example', 'type: ftp'),
    8,
    /"type" must be one of/,
  ],
  ['http without uri', integration('type: http', 'httpMethod: GET'), 6, /Invalid HTTP endpoint/],
  [
    'http without method',
    integration('type: http', 'uri: http://a.example'),
    6,
    /HttpMethod must be non-empty/,
  ],
  [
    'unknown method',
    integration('type: http', 'uri: http://a.example', 'httpMethod: FETCH'),
    9,
    /Invalid option|expected one of/,
  ],
  [
    'uri that is not http',
    integration('type: http', 'httpMethod: GET', 'uri: ftp://a.example'),
    9,
    /Invalid HTTP endpoint specified for URI/,
  ],
  [
    'uri that is a file',
    integration('type: http', 'httpMethod: GET', 'uri: file:///etc/passwd'),
    9,
    /Invalid HTTP endpoint specified for URI/,
  ],
  [
    'uri without host',
    integration('type: http', 'httpMethod: GET', 'uri: http:///a'),
    9,
    /Invalid HTTP endpoint specified for URI/,
  ],
  ['timeout too long', integration('type: mock', 'timeoutInMillis: 900001'), 8, /50 ms and 900000 ms/],
  ['timeout is a text', integration('type: mock', 'timeoutInMillis: "100"'), 8, /expected (int|number)/],
  ['passthrough', integration('type: mock', 'passthroughBehavior: sometimes'), 8, /expected one of/],
  [
    'template is an object',
    integration('type: mock', 'requestTemplates:', '  application/json: {statusCode: 200}'),
    9,
    /must be a text/,
  ],
  [
    'content type of a template',
    integration('type: mock', 'requestTemplates:', '  json: "{}"'),
    9,
    /Invalid content type/,
  ],
  [
    'request mapping',
    integration('type: mock', 'requestParameters:', '  header.A: "1"'),
    9,
    /Invalid mapping expression/,
  ],
  [
    'regex that does not compile',
    integration('type: mock', 'responses:', '  "4\\\\d{2": {statusCode: 400}'.replace('\\\\d{2', '(')),
    9,
    /regular expression/,
  ],
  [
    'response without status code',
    integration('type: mock', 'responses:', '  default: {}'),
    9,
    /needs "statusCode"/,
  ],
  [
    'response with a bad status code',
    integration('type: mock', 'responses:', '  default:', '    statusCode: "20"'),
    10,
    /three digits/,
  ],
  [
    'response mapping',
    integration(
      'type: mock',
      'responses:',
      '  default:',
      '    statusCode: 200',
      '    responseParameters: {header.A: "1"}',
    ),
    11,
    /Invalid mapping expression/,
  ],
];

test.each(bad)('%s', (_, text, line, message) => {
  const error = refusal(text);
  expect(error.message).toMatch(message);
  expect({ line: error.line, message: error.message }).toEqual({ line, message: error.message });
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test('there are more than 40 of them', () => expect(bad.length).toBeGreaterThan(40));

test('a fault carries its JSON pointer', () => {
  const error = refusal(integration('type: http', 'httpMethod: GET', 'uri: ftp://a.example'));
  expect(error.pointer).toBe('/paths/~1a~1{id}/get/x-amazon-apigateway-integration/uri');
});

test('all faults come at once, in order, at most 50', () => {
  const text = paths(...Array.from({ length: 60 }, (_, index) => `  b${index}: {}`));
  const { errors } = refusal(text);
  expect(errors).toHaveLength(50);
  expect(errors[0]).toEqual({ line: 4, pointer: '/paths/b0', message: 'The path "b0" must begin with "/".' });
  expect(errors.map(({ line }) => line)).toEqual(errors.map((_, index) => index + 4));
});

/** reliability.md B13 and B14: an answer within 2 s. The bound here is wide, for machines under load. */
describe('bombs', () => {
  const nest = (open: string, depth: number) => open.repeat(depth);
  const head = '{"openapi":"3.0.1","info":{"title":"T","version":"1"},';
  const deepAllOf = `${head}"paths":{},"components":{"schemas":{"A":${nest('{"allOf":[', 5000)}{}${nest(']}', 5000)}}}}`;
  const manyPaths = Array.from({ length: 100_000 }, (_, index) => `"/p${index}":{"get":{"responses":{}}}`);
  const doubling = Array.from(
    { length: 40 },
    (_, index) => `b${index + 1}: &b${index + 1} [*b${index}, *b${index}]`,
  );
  const bombs: [string, () => string, RegExp][] = [
    ['JSON nested 100,000 deep', () => `{"a":${nest('[', 100_000)}`, /nested deeper than 200/],
    ['JSON objects nested 100,000 deep', () => nest('{"a":', 100_000), /nested deeper than 200/],
    ['YAML flow nested 100,000 deep', () => nest('[', 100_000), /nested deeper than 200/],
    ['YAML lists nested 100,000 deep', () => nest('- ', 100_000), /nested deeper than 200/],
    ['YAML keys nested 100,000 deep', () => nest('? ', 100_000), /nested deeper than 200/],
    [
      'YAML maps nested 3,000 deep',
      () => Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      /nested deeper/,
    ],
    ['deep allOf', () => deepAllOf, /nested deeper than 200/],
    ['alias bomb', () => `b0: &b0 [x, x]\n${doubling.join('\n')}`, /aliases|values/],
    ['101 aliases', () => `a: &a 1\nb: [${nest('*a ,', 101)}]`, /more than 100 aliases/],
    [
      'a million anchors',
      () => Array.from({ length: 400_000 }, (_, n) => `- &a${n} x`).join('\n'),
      /too large/,
    ],
    ['5 MB of YAML commas', () => `- [${nest('a,', 2_500_000)}]`, /too large/],
    ['5 MB of JSON commas', () => `{"a":[${nest('1,', 2_500_000)}1]}`, /more than 500000 values/],
    ['50 MB', () => `{"a":"${nest('x', 50_000_000)}"}`, /larger than 6 MB/],
    ['6 MB counted in bytes', () => `{"a":"${nest('é', 3_200_000)}"}`, /larger than 6 MB/],
    ['100,000 paths', () => `${head}"paths":{${manyPaths.join()}}}`, /at most 20000 resources/],
  ];
  test.each(bombs)('%s', (_, make, message) => {
    const text = make();
    const start = performance.now();
    expect(refusal(text).message).toMatch(message);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('20,000 operations of one name are read', () => {
    const operations = Array.from(
      { length: 10_000 },
      (_, n) =>
        `"/p${n}":{"get":{"operationId":"same","responses":{"200":{"content":{"a/b":{"schema":{"enum":[${n}]}}}}}}}`,
    );
    const { definition } = importOpenApi(`${head}"paths":{${operations.join()}}}`);
    expect(definition.models).toHaveLength(10_000);
    expect(new Set(definition.resources.map(({ id }) => id)).size).toBe(10_001);
  });
});
