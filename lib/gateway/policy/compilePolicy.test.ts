import { describe, expect, test } from 'vitest';
import { compilePolicy } from './compilePolicy';
import type { PolicyRequest } from './PolicyRequest';

/* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html, member by member. */
const ADA = { arn: 'arn:aws:iam::111122223333:user/ada', accountId: '111122223333' };
const ARN = 'arn:aws:execute-api:us-east-1:111122223333:api1/prod/GET/pets/7';

function request(
  part: Partial<PolicyRequest> & { keys?: Record<string, string | string[]> } = {},
): PolicyRequest {
  const { keys = {}, ...rest } = part;
  const context = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  return { action: 'execute-api:Invoke', resource: ARN, principal: ADA, context, ...rest };
}

const statement = (part: object) => ({
  Effect: 'Allow',
  Action: 'execute-api:Invoke',
  Resource: '*',
  ...part,
});
const document = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const decided = (text: string, asked: PolicyRequest, kind: 'identity' | 'resource' = 'identity') =>
  compilePolicy(text, { kind }).decide(asked)?.effect;

test.each<{ rule: string; part: object; effect: string | undefined }>([
  { rule: 'the action', part: {}, effect: 'Allow' },
  { rule: 'an action in another case', part: { Action: 'EXECUTE-API:invoke' }, effect: 'Allow' },
  { rule: 'an action by wildcard', part: { Action: 'execute-api:*' }, effect: 'Allow' },
  { rule: 'every action', part: { Action: '*' }, effect: 'Allow' },
  { rule: 'one letter', part: { Action: 'execute-api:Invok?' }, effect: 'Allow' },
  { rule: 'another action', part: { Action: 'execute-api:InvalidateCache' }, effect: undefined },
  { rule: 'one of a list', part: { Action: ['s3:Get*', 'execute-api:Invoke'] }, effect: 'Allow' },
  { rule: 'all but', part: { Action: undefined, NotAction: 's3:*' }, effect: 'Allow' },
  { rule: 'all but this', part: { Action: undefined, NotAction: 'execute-api:*' }, effect: undefined },
  { rule: 'the resource', part: { Resource: ARN }, effect: 'Allow' },
  { rule: '* goes over slashes', part: { Resource: 'arn:aws:execute-api:*:*:api1/prod/*' }, effect: 'Allow' },
  { rule: '? is one letter', part: { Resource: ARN.replace('7', '?') }, effect: 'Allow' },
  { rule: '? is not none', part: { Resource: `${ARN}?` }, effect: undefined },
  { rule: 'resources know case', part: { Resource: ARN.replace('pets', 'Pets') }, effect: undefined },
  { rule: 'another verb', part: { Resource: ARN.replace('GET', 'POST') }, effect: undefined },
  { rule: 'all resources but', part: { Resource: undefined, NotResource: '*/POST/*' }, effect: 'Allow' },
  {
    rule: 'all resources but this',
    part: { Resource: undefined, NotResource: '*/GET/*' },
    effect: undefined,
  },
  {
    rule: 'a letter that is special elsewhere',
    part: { Resource: 'arn:aws:execute-api:us-east-1:.*' },
    effect: undefined,
  },
])('identity: $rule', ({ part, effect }) => {
  expect(decided(document(statement(part)), request())).toBe(effect);
});

test('a Deny wins wherever it stands, and the deciding statement is told', () => {
  const deny = statement({ Effect: 'Deny', Resource: '*/GET/*' });
  expect(compilePolicy(document(statement({}), deny), { kind: 'identity' }).decide(request())).toEqual({
    effect: 'Deny',
    statement: 1,
  });
  expect(decided(document(deny, statement({})), request())).toBe('Deny');
});

test.each<{
  rule: string;
  principal: unknown;
  who?: PolicyRequest['principal'];
  applies: boolean;
  member?: string;
}>([
  { rule: 'everybody', principal: '*', applies: true },
  { rule: 'everybody, also unsigned', principal: '*', who: undefined, applies: true },
  { rule: 'everybody as AWS', principal: { AWS: '*' }, who: undefined, applies: true },
  { rule: 'the user', principal: { AWS: ADA.arn }, applies: true },
  {
    rule: 'one of a list',
    principal: { AWS: ['arn:aws:iam::111122223333:user/bob', ADA.arn] },
    applies: true,
  },
  { rule: 'the account', principal: { AWS: '111122223333' }, applies: true },
  { rule: 'the account by its root', principal: { AWS: 'arn:aws:iam::111122223333:root' }, applies: true },
  { rule: 'another account', principal: { AWS: '444455556666' }, applies: false },
  { rule: 'another user', principal: { AWS: 'arn:aws:iam::111122223333:user/bob' }, applies: false },
  {
    rule: 'no wildcard within an ARN',
    principal: { AWS: 'arn:aws:iam::111122223333:user/*' },
    applies: false,
  },
  { rule: 'a service is nobody who calls', principal: { Service: 'lambda.amazonaws.com' }, applies: false },
  {
    rule: 'the account is nobody unsigned',
    principal: { AWS: '111122223333' },
    who: undefined,
    applies: false,
  },
  { rule: 'all but the user', principal: { AWS: ADA.arn }, member: 'NotPrincipal', applies: false },
  { rule: 'all but another', principal: { AWS: '444455556666' }, member: 'NotPrincipal', applies: true },
])('resource: $rule', ({ principal, applies, member = 'Principal', ...rest }) => {
  const who = 'who' in rest ? rest.who : ADA;
  const text = document(statement({ [member]: principal }));
  expect(decided(text, request({ principal: who }), 'resource')).toBe(applies ? 'Allow' : undefined);
});

describe('conditions', () => {
  const holds = (condition: object, keys: Record<string, string | string[]>) =>
    decided(document(statement({ Condition: condition })), request({ keys })) === 'Allow';

  test.each<
    [operator: string, key: string, wanted: unknown, value: string | string[] | undefined, expected: boolean]
  >([
    ['StringEquals', 'aws:UserAgent', 'curl', 'curl', true],
    ['StringEquals', 'AWS:useragent', 'curl', 'curl', true],
    ['StringEquals', 'aws:UserAgent', ['a', 'curl'], 'curl', true],
    ['StringEquals', 'aws:UserAgent', 'curl', 'Curl', false],
    ['StringEquals', 'aws:UserAgent', 'cur*', 'curl', false],
    ['StringEquals', 'aws:UserAgent', 'curl', undefined, false],
    ['StringEqualsIfExists', 'aws:UserAgent', 'curl', undefined, true],
    ['StringEqualsIfExists', 'aws:UserAgent', 'curl', 'wget', false],
    ['StringNotEquals', 'aws:UserAgent', 'curl', 'wget', true],
    ['StringNotEquals', 'aws:UserAgent', ['curl', 'wget'], 'wget', false],
    ['StringNotEquals', 'aws:UserAgent', 'curl', undefined, true],
    ['StringEqualsIgnoreCase', 'aws:UserAgent', 'CURL', 'curl', true],
    ['StringNotEqualsIgnoreCase', 'aws:UserAgent', 'CURL', 'curl', false],
    ['StringLike', 'aws:UserAgent', 'cu?l*', 'curl/8', true],
    ['StringNotLike', 'aws:UserAgent', 'curl*', 'curl/8', false],
    ['NumericEquals', 'aws:MultiFactorAuthAge', '10', '10.0', true],
    ['NumericNotEquals', 'aws:MultiFactorAuthAge', '10', '11', true],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', '300', '299', true],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', '300', '300', false],
    ['NumericLessThanEquals', 'aws:MultiFactorAuthAge', '300', '300', true],
    ['NumericGreaterThan', 'aws:MultiFactorAuthAge', '300', '301', true],
    ['NumericGreaterThanEquals', 'aws:MultiFactorAuthAge', 300, '300', true],
    ['NumericEquals', 'aws:MultiFactorAuthAge', 'x', 'x', false],
    ['NumericEquals', 'aws:MultiFactorAuthAge', '', '', false],
    ['NumericEquals', 'aws:MultiFactorAuthAge', '0', '', false],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', '300', ' ', false],
    ['NumericEquals', 'aws:MultiFactorAuthAge', '16', '0x10', false],
    ['NumericEquals', 'aws:MultiFactorAuthAge', '-1.5', '-1.50', true],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', '300', undefined, false],
    ['NumericLessThanIfExists', 'aws:MultiFactorAuthAge', '300', undefined, true],
    ['NumericLessThanIfExists', 'aws:MultiFactorAuthAge', '300', '301', false],
    ['NumericNotEquals', 'aws:MultiFactorAuthAge', '10', undefined, true],
    ['DateLessThan', 'aws:CurrentTime', '2026-12-01T00:00:00Z', '2026-11-21T00:00:00Z', true],
    ['DateGreaterThan', 'aws:CurrentTime', '2026-12-01T00:00:00Z', '2026-11-21T00:00:00Z', false],
    ['DateEquals', 'aws:EpochTime', '1000', '1970-01-01T00:16:40Z', true],
    ['DateEquals', 'aws:CurrentTime', '2026-11-21T00:00:00Z', '2026-11-21T01:00:00+01:00', true],
    ['DateNotEquals', 'aws:CurrentTime', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z', false],
    ['DateNotEquals', 'aws:CurrentTime', '2026-11-21T00:00:00Z', undefined, true],
    ['DateLessThanEquals', 'aws:CurrentTime', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z', true],
    ['DateLessThanEquals', 'aws:CurrentTime', '2026-11-21T00:00:00Z', '2026-11-21T00:00:01Z', false],
    ['DateGreaterThanEquals', 'aws:CurrentTime', '2026-11-21', '2026-11-21T00:00:00Z', true],
    ['DateGreaterThanEquals', 'aws:CurrentTime', '2026-11-21', '2026-11-20T23:59:59Z', false],
    ['DateLessThan', 'aws:CurrentTime', 'tomorrow', '2026-11-21T00:00:00Z', false],
    ['DateLessThanIfExists', 'aws:TokenIssueTime', '2026-11-21', undefined, true],
    ['Bool', 'aws:SecureTransport', 'true', 'true', true],
    ['Bool', 'aws:SecureTransport', 'TRUE', 'true', true],
    ['Bool', 'aws:MultiFactorAuthPresent', 'false', undefined, false],
    ['BoolIfExists', 'aws:MultiFactorAuthPresent', 'false', undefined, true],
    ['BoolIfExists', 'aws:MultiFactorAuthPresent', 'true', 'false', false],
    ['Bool', 'aws:SecureTransport', true, 'false', false],
    ['BinaryEquals', 'k', 'QmluYXJ5', 'QmluYXJ5', true],
    ['BinaryEquals', 'k', 'QmluYXJ5', 'qmluYXJ5', false],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', '10.1.2.3', true],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', '11.1.2.3', false],
    ['IpAddress', 'aws:SourceIp', '10.1.2.3', '10.1.2.3', true],
    ['IpAddress', 'aws:SourceIp', ['192.0.2.0/24', '2001:db8::/32'], '2001:db8::7', true],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', '::ffff:10.1.2.3', true],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/99', '10.1.2.3', false],
    ['IpAddress', 'aws:SourceIp', 'nonsense', '10.1.2.3', false],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/0', '203.0.113.7', true],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/0', undefined, false],
    ['IpAddressIfExists', 'aws:VpcSourceIp', '10.0.0.0/8', undefined, true],
    ['NotIpAddressIfExists', 'aws:SourceIp', '10.0.0.0/8', '10.1.2.3', false],
    ['NotIpAddress', 'aws:SourceIp', ['10.0.0.0/8', '192.0.2.0/24'], '192.0.2.9', false],
    ['NotIpAddress', 'aws:VpcSourceIp', '10.0.0.0/8', undefined, true],
    ['NotIpAddress', 'aws:SourceIp', '10.0.0.0/8', '10.1.2.3', false],
    ['NotIpAddress', 'aws:SourceIp', '10.0.0.0/8', '11.1.2.3', true],
    [
      'ArnLike',
      'aws:SourceArn',
      'arn:aws:sns:*:111122223333:*',
      'arn:aws:sns:eu-west-1:111122223333:t',
      true,
    ],
    ['ArnEquals', 'aws:SourceArn', 'arn:aws:sns:*:*:t*', 'arn:aws:sns:eu-west-1:111122223333:topic', true],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:*:111122223333:t', 'arn:aws:sns:eu-west-1:111122223333:t', false],
    ['ArnNotLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*', 'arn:aws:sqs:eu-west-1:111122223333:t', true],
    ['ArnNotEquals', 'aws:SourceArn', 'arn:aws:sns:*:*:*', 'arn:aws:sns:eu-west-1:111122223333:t', false],
    ['ArnLikeIfExists', 'aws:SourceArn', 'arn:aws:sns:*:*:*', undefined, true],
    ['ArnNotEqualsIfExists', 'aws:SourceArn', 'arn:aws:sns:*:*:*', undefined, true],
    ['Null', 'aws:UserAgent', 'true', undefined, true],
    ['Null', 'aws:UserAgent', 'false', undefined, false],
    ['Null', 'aws:UserAgent', 'true', 'curl', false],
    ['Null', 'aws:UserAgent', 'false', 'curl', true],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['a', 'b'], ['z', 'b'], true],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['a', 'b'], ['z'], false],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['a'], undefined, false],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b'], ['a', 'z'], false],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['a'], undefined, true],
    ['ForAllValues:StringLike', 'aws:PrincipalOrgPaths', ['o-1/*'], ['o-1/r-1/', 'o-1/r-2/'], true],
    ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', ['o-1/*'], ['o-2/r-1/', 'o-1/r-2/'], true],
    ['ForAnyValue:StringNotEquals', 'aws:TagKeys', ['a'], ['a', 'z'], true],
    ['ForAllValues:StringNotEquals', 'aws:TagKeys', ['a'], ['a', 'z'], false],
    ['ForAllValues:StringEqualsIfExists', 'aws:TagKeys', ['a'], undefined, true],
    ['ForAnyValue:StringEqualsIgnoreCase', 'aws:TagKeys', ['A'], ['a'], true],
    ['StringLikeIfExists', 'aws:UserAgent', 'curl*', undefined, true],
    ['StringNotLike', 'aws:UserAgent', 'curl*', undefined, true],
    ['StringNotEqualsIgnoreCase', 'aws:UserAgent', 'CURL', undefined, true],
    ['StringEqualsIgnoreCaseIfExists', 'aws:UserAgent', 'CURL', 'wget', false],
    ['StringEquals', 'aws:UserAgent', '${aws:username}', 'ada', true],
    ['StringEquals', 'aws:UserAgent', '${aws:nobody}', 'ada', false],
    ['StringLike', 'aws:UserAgent', '${*}', '*', true],
    ['StringLike', 'aws:UserAgent', '${*}', 'curl', false],
    ['StringEquals', 'aws:UserAgent', "${aws:nobody, 'curl'}", 'curl', true],
  ])('%s %s %j over %j: %s', (operator, key, wanted, value, expected) => {
    const keys = { 'aws:username': 'ada', ...(value !== undefined && { [key]: value }) };
    expect(holds({ [operator]: { [key]: wanted } }, keys)).toBe(expected);
  });

  test('all operators and all keys must hold', () => {
    const both = { StringEquals: { a: '1', b: '2' } };
    expect([holds(both, { a: '1', b: '2' }), holds(both, { a: '1' })]).toEqual([true, false]);
    const two = { StringEquals: { a: '1' }, Bool: { b: 'true' } };
    expect([holds(two, { a: '1', b: 'true' }), holds(two, { a: '1', b: 'false' })]).toEqual([true, false]);
  });
});

test('a variable in a resource is the caller’s, and its letters are no wildcards', () => {
  const text = document(statement({ Resource: 'arn:aws:execute-api:*:*:api1/prod/GET/${aws:username}/*' }));
  const at = (path: string, user: string) =>
    decided(text, request({ resource: ARN.replace('pets/7', path), keys: { 'aws:username': user } }));
  expect([at('ada/1', 'ada'), at('bob/1', 'ada'), at('bob/1', '*')]).toEqual(['Allow', undefined, undefined]);
});

test('version 2008-10-17 knows no variables', () => {
  const policy = { Version: '2008-10-17', Statement: statement({ Resource: '${aws:username}' }) };
  const keys = { 'aws:username': ARN };
  expect(decided(JSON.stringify(policy), request({ keys }))).toBeUndefined();
});

test.each<{ rule: string; text: string; kind?: 'identity' | 'resource'; says: string }>([
  { rule: 'no JSON', text: '{', says: 'not JSON' },
  { rule: 'a list', text: '[]', says: 'must be an object' },
  { rule: 'another version', text: '{"Version":"1","Statement":[]}', says: 'Version: must be' },
  { rule: 'no statement', text: '{}', says: 'Statement: a policy has at least one' },
  {
    rule: 'an unknown member',
    text: '{"Statements":[],"Statement":[]}',
    says: 'Statements: is not known here',
  },
  {
    rule: 'no effect',
    text: document(statement({ Effect: 'allow' })),
    says: 'Statement[0].Effect: must be Allow or Deny',
  },
  {
    rule: 'no action',
    text: document(statement({ Action: undefined })),
    says: 'Statement[0]: names no Action',
  },
  {
    rule: 'no action at all',
    text: document(statement({ Action: [] })),
    says: 'Statement[0].Action: is empty',
  },
  { rule: 'what is no action', text: document(statement({ Action: 'Invoke' })), says: 'Invoke is no action' },
  { rule: 'no resource', text: document(statement({ Resource: undefined })), says: 'names no Resource' },
  { rule: 'both', text: document(statement({ NotAction: 'a:b' })), says: 'has Action and NotAction' },
  {
    rule: 'an operator that is none',
    text: document(statement({ Condition: { Equals: { a: 'b' } } })),
    says: 'Statement[0].Condition.Equals: Equals is no condition operator',
  },
  {
    rule: 'a condition that is none',
    text: document(statement({ Condition: 'a' })),
    says: 'must be an object of operators',
  },
  {
    rule: 'an object as a value',
    text: document(statement({ Condition: { Bool: { a: {} } } })),
    says: 'must be a text',
  },
  {
    rule: 'a principal of a user',
    text: document(statement({ Principal: '*' })),
    says: 'names no principal',
  },
  {
    rule: 'a resource’s without principal',
    text: document(statement({})),
    kind: 'resource',
    says: 'names no Principal',
  },
  {
    rule: 'a kind that is none',
    text: document(statement({ Principal: { User: 'a' } })),
    kind: 'resource',
    says: 'is no kind of principal',
  },
  {
    rule: 'a name that is none',
    text: document(statement({ Principal: { AWS: 'ada' } })),
    kind: 'resource',
    says: 'ada is no account',
  },
])('refused: $rule', ({ text, kind = 'identity', says }) => {
  expect(() => compilePolicy(text, { kind })).toThrow(says);
});

test('B8: wildcards upon wildcards take no time', () => {
  const text = document(statement({ Resource: `${'*a'.repeat(200)}*b` }));
  const begin = performance.now();
  expect(decided(text, request({ resource: 'a'.repeat(5_000) }))).toBeUndefined();
  // What tries all ways is not done in years.
  expect(performance.now() - begin).toBeLessThan(20_000);
});
