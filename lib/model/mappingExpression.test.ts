import { expect, test } from 'vitest';
import { refuseRequestMapping, refuseResponseMapping } from './mappingExpression';

const declared = {
  'method.request.path.petId': true,
  'method.request.querystring.q': false,
  'method.request.header.X-Trace': false,
};

test.each([
  'method.request.path.petId',
  'method.request.querystring.q',
  'method.request.multivaluequerystring.q',
  'method.request.header.X-Trace',
  'method.request.multivalueheader.X-Trace',
  'method.request.body',
  'method.request.body.pet.name',
  "method.request.body['pet']",
  'stageVariables.version',
  'context.requestId',
  'context.identity.sourceIp',
  "'a literal'",
  "''",
])('a request mapping may read %s', (source) => {
  expect(refuseRequestMapping('integration.request.header.X', source, declared)).toBeNull();
});

test.each([
  'true',
  '"double quotes"',
  "'open",
  'method.request.cookie.a',
  'method.request.body.',
  'integration.response.header.X',
  'stageVariables.',
  'context.',
  '',
])('a request mapping cannot read %s', (source) => {
  expect(refuseRequestMapping('integration.request.header.X', source, declared)).toBe(
    `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${source}]`,
  );
});

test.each([
  'method.request.path.other',
  'method.request.querystring.toString',
  'method.request.multivalueheader.q',
])('a request mapping cannot read the undeclared %s', (source) => {
  expect(refuseRequestMapping('integration.request.header.X', source, declared)).toBe(
    `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${source}]`,
  );
});

test.each([
  'integration.request.body',
  'integration.request.cookie.a',
  'method.response.header.X',
  'X',
])('a request mapping cannot write %s', (target) => {
  expect(refuseRequestMapping(target, "'a'", declared)).toContain(`specified: ${target}]`);
});

const headers = { 'method.response.header.Location': true };

test.each([
  'integration.response.header.Location',
  'integration.response.multivalueheader.Location',
  'integration.response.body',
  'integration.response.body.errorMessage.trace',
  'stageVariables.host',
  'context.requestId',
  "'*'",
])('a response mapping may read %s', (source) => {
  expect(refuseResponseMapping('method.response.header.Location', source, headers)).toBeNull();
});

test.each([
  [
    'method.response.header.Location',
    'method.request.header.X',
    'expression specified: method.request.header.X',
  ],
  ['method.response.header.Location', '*', 'expression specified: *'],
  ['method.response.body', "'a'", 'expression specified: method.response.body'],
  ['method.response.header.Other', "'a'", 'parameter specified: method.response.header.Other'],
])('a response mapping of %s from %s is refused', (target, source, reason) => {
  expect(refuseResponseMapping(target, source, headers)).toContain(reason);
});
