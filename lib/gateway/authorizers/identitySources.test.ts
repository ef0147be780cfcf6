import { afterEach, expect, test } from 'vitest';
import type { AuthorizerDocument } from '../snapshot/types';
import { allow, authorizing, closeAuthorizing, REQUEST, TOKEN } from '../testing/authorizing';

/* Reference section 14: identity sources of every kind, and what templates see. Missing ones: lambdaAuthorizers.test.ts. */
afterEach(closeAuthorizing);

interface Row {
  rule: string;
  authorizer: AuthorizerDocument;
  headers?: Record<string, string>;
  path?: string;
  status: number;
}

const request = (identitySource: string): AuthorizerDocument => ({ ...REQUEST, identitySource });

test.each<Row>([
  {
    rule: 'TOKEN, a header of any name',
    authorizer: { ...TOKEN, identitySource: 'method.request.header.X-Pass' },
    headers: { 'x-pass': 't' },
    status: 200,
  },
  {
    rule: 'TOKEN, that header missing beside another',
    authorizer: { ...TOKEN, identitySource: 'method.request.header.X-Pass' },
    headers: { Authorization: 't' },
    status: 401,
  },
  { rule: 'REQUEST, a stage variable', authorizer: request('stageVariables.fn'), status: 200 },
  { rule: 'REQUEST, a stage variable that is none', authorizer: request('stageVariables.none'), status: 401 },
  { rule: 'REQUEST, of the context', authorizer: request('context.identity.sourceIp'), status: 200 },
  { rule: 'REQUEST, null in the context', authorizer: request('context.identity.accessKey'), status: 401 },
  { rule: 'REQUEST, none in the context', authorizer: request('context.nothing'), status: 401 },
  {
    rule: 'REQUEST, of every kind at once',
    authorizer: request(
      'method.request.header.X-User,method.request.querystring.team,stageVariables.fn,context.httpMethod',
    ),
    headers: { 'X-User': 'ada' },
    path: '/a?team=x',
    status: 200,
  },
])('$rule: $status', async ({ authorizer, headers = {}, path = '/a', status }) => {
  const { call, functions } = await authorizing(authorizer, () => allow);
  const answer = await call(path, { headers });
  // A refusal for want of an identity is the gateway's own: the function is not asked.
  expect([answer.status, functions.calls.length]).toEqual([status, status === 200 ? 1 : 0]);
});

test.each([
  [1, 200],
  [0, 403],
])('a cached policy is asked about each method anew, whoever was let in first (TTL %d00 s)', async (ttl, last) => {
  let asked = 0;
  const policyDocument = (resource: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: resource }],
  });
  const { call } = await authorizing({ ...TOKEN, authorizerResultTtlInSeconds: ttl * 100 }, () => {
    asked += 1;
    return { principalId: 'ada', policyDocument: policyDocument(asked === 1 ? '*/GET/a' : '*/GET/b/1') };
  });
  const as = { headers: { Authorization: 't' } };
  expect((await call('/a', as)).status).toBe(200);
  // From the cache it is the first policy, which says nothing of b; asked anew it is the second, which does.
  expect((await call('/b/1', as)).status).toBe(ttl ? 403 : 200);
  expect((await call('/a', as)).status).toBe(last);
});
