import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, expect, test } from 'vitest';
import type { DeploymentDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot } from '../testing/documents';
import { type InvokeQuestion, NothingToDecide, simulateInvoke } from './simulateInvoke';

/* What the simulator says, and what the gateway then does of the same call, through sockets. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x'.repeat(40) };
const ADA = { userName: 'ada', userId: 'AIDAEXAMPLE', arn: 'arn:aws:iam::000000000000:user/ada' };
const account = { region: 'us-east-1', accountId: '000000000000' };

const allow = (part: object = {}) => ({
  Effect: 'Allow',
  Action: 'execute-api:Invoke',
  Resource: '*',
  ...part,
});
const deny = (part: object = {}) => allow({ Effect: 'Deny', ...part });
const when = (operator: string, key: string, value: unknown) => ({
  Condition: { [operator]: { [key]: value } },
});
const other = { Resource: 'arn:aws:execute-api:*:*:other/*' };
const gets = { Resource: 'arn:aws:execute-api:*:*:api1/prod/GET/*' };
const forAll = { Principal: '*' };
const forAda = { Principal: { AWS: ADA.arn } };
const document = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

interface Case {
  rule: string;
  /** statements of each of the user's policies */
  own: object[][];
  /** statements of the API's */
  resource?: object[];
  type?: string;
  verb?: string;
  path?: string;
  context?: Record<string, string>;
  decision: string;
  /** policy.statement, `r` for the API's */
  decided: string[];
  missing?: string[];
}

const cases: Case[] = [
  { rule: 'nothing allows', own: [], decision: 'implicitDeny', decided: [] },
  { rule: 'no policy speaks of it', own: [[allow(other)]], decision: 'implicitDeny', decided: [] },
  {
    rule: 'one allows',
    own: [[allow(other)], [allow(other), allow(gets)]],
    decision: 'allowed',
    decided: ['1.1'],
  },
  {
    rule: 'all that allow are told',
    own: [[allow(), allow(gets)], [allow()]],
    decision: 'allowed',
    decided: ['0.0', '0.1', '1.0'],
  },
  { rule: 'a Deny wins', own: [[allow()], [deny(gets)]], decision: 'explicitDeny', decided: ['1.0'] },
  {
    rule: 'table A, Allow and Allow',
    own: [[allow()]],
    resource: [allow(forAda)],
    decision: 'allowed',
    decided: ['0.0', 'r.0'],
  },
  {
    rule: 'table A, Allow and silence',
    own: [[allow()]],
    resource: [allow({ ...forAll, ...other })],
    decision: 'allowed',
    decided: ['0.0'],
  },
  {
    rule: 'table A, silence and Allow',
    own: [[allow(other)]],
    resource: [allow(forAda)],
    decision: 'allowed',
    decided: ['r.0'],
  },
  {
    rule: 'table A, silence and silence',
    own: [[allow(other)]],
    resource: [allow({ ...forAll, ...other })],
    decision: 'implicitDeny',
    decided: [],
  },
  {
    rule: 'table A, Allow and Deny',
    own: [[allow()]],
    resource: [allow(forAll), deny({ ...forAll, Resource: 'execute-api:/prod/GET/pets' })],
    decision: 'explicitDeny',
    decided: ['r.1'],
  },
  {
    rule: 'table A, Deny and Allow',
    own: [[deny()]],
    resource: [allow(forAll)],
    decision: 'explicitDeny',
    decided: ['0.0'],
  },
  { rule: 'another verb', own: [[allow(gets)]], verb: 'POST', decision: 'implicitDeny', decided: [] },
  {
    rule: 'a value in the path',
    own: [[allow({ Resource: '*/GET/pets/7' })]],
    path: '/pets/7',
    decision: 'allowed',
    decided: ['0.0'],
  },
  {
    rule: 'a value in other letters',
    own: [[deny({ Resource: '*/GET/pets/secret' }), allow()]],
    path: '/pets/s%65cret',
    decision: 'explicitDeny',
    decided: ['0.0'],
  },
  {
    rule: 'what the gateway knows of the user',
    own: [[allow(when('StringEquals', 'aws:username', 'ada'))]],
    decision: 'allowed',
    decided: ['0.0'],
  },
  {
    rule: 'an address that is given',
    own: [[allow(when('IpAddress', 'aws:SourceIp', '127.0.0.0/8'))]],
    context: { 'aws:SourceIp': '127.0.0.1' },
    decision: 'allowed',
    decided: ['0.0'],
  },
  {
    rule: 'an agent that differs',
    own: [[allow(when('StringLike', 'aws:UserAgent', 'curl*'))]],
    context: { 'AWS:useragent': 'test' },
    decision: 'implicitDeny',
    decided: [],
  },
  {
    rule: 'keys that are not given are told, those behind the first too',
    own: [
      [
        allow({
          Condition: { StringEquals: { 'aws:Referer': 'x' }, Bool: { 'aws:MultiFactorAuthAge': 'true' } },
        }),
      ],
    ],
    decision: 'implicitDeny',
    decided: [],
    missing: ['aws:referer', 'aws:multifactorauthage'],
  },
  {
    rule: 'keys of statements that speak of something else are not',
    own: [[allow(), allow({ ...other, ...when('Bool', 'aws:X', 'true') })]],
    decision: 'allowed',
    decided: ['0.0'],
  },
  { rule: 'NONE without a policy', own: [[deny()]], type: 'NONE', decision: 'allowed', decided: [] },
  {
    rule: 'NONE asks the API alone, about nobody',
    own: [[deny()]],
    type: 'NONE',
    resource: [allow(forAll)],
    decision: 'allowed',
    decided: ['r.0'],
  },
  {
    rule: 'NONE, and the API names the user',
    own: [[allow()]],
    type: 'NONE',
    resource: [allow(forAda)],
    decision: 'implicitDeny',
    decided: [],
  },
];

function documentFor(type = 'AWS_IAM', resource?: object[]): DeploymentDocument {
  const members = { authorizationType: type };
  const methods = () => [method('GET', integration(), members), method('ANY', integration(), members)];
  const part = resource && { policy: document(...resource) };
  return deployment({ '/pets': methods(), '/pets/{petId}': methods() }, part);
}

function question({ own, resource, type, verb = 'GET', path = '/pets', context = {} }: Case): InvokeQuestion {
  return {
    deployment: documentFor(type, resource),
    account,
    stageName: 'prod',
    httpMethod: verb,
    path,
    user: { ...ADA, policies: own.map((statements) => document(...statements)) },
    time: Date.UTC(2026, 0, 1),
    context,
  };
}

test.each(cases)('$rule', (one) => {
  const { decision, statements, missingKeys } = simulateInvoke(question(one));
  const decided = statements.map(({ policy = 'r', statement }) => `${policy}.${statement}`);
  expect({ decision, decided, missingKeys }).toEqual({
    decision: one.decision,
    decided: one.decided,
    missingKeys: one.missing ?? [],
  });
});

test.each(cases)('the gateway does the same: $rule', async (one) => {
  const { deployment, user } = question(one);
  gateway = await createTestGateway(
    snapshot({ deployments: [deployment], iamUsers: [user], accessKeys: [{ ...KEY, userName: 'ada' }] }),
  );
  const { verb = 'GET', path = '/pets' } = one;
  const answer = await gateway.call(path, { method: verb, headers: await signed(gateway.port, verb, path) });
  expect(answer.status).toBe(one.decision === 'allowed' ? 200 : 403);
});

async function signed(port: number, verb: string, path: string) {
  const host = `api1.execute-api.localhost:${port}`;
  const signer = new SignatureV4({
    service: 'execute-api',
    region: 'us-east-1',
    credentials: KEY,
    sha256: Sha256,
  });
  const headers = { host, 'user-agent': 'test' };
  const request = new HttpRequest({ method: verb, hostname: host, path: `/prod${path}`, headers });
  return (await signer.sign(request)).headers;
}

test.each([
  ['an unknown path', { path: '/cats' }, 'path', 'No resource of the deployment matches /cats'],
  [
    'an authorizer',
    { type: 'CUSTOM' },
    'httpMethod',
    'GET is authorized by CUSTOM: its authorizer decides, not the policies of users',
  ],
] as const)('%s is nothing that policies decide', (_rule, part, field, message) => {
  const asked = question({ rule: '', own: [], decision: '', decided: [], ...part });
  let fault: unknown;
  try {
    simulateInvoke(asked);
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(NothingToDecide);
  expect(fault).toMatchObject({ field, message });
});

test('a verb that a resource does not have', () => {
  const one = { ...question({ rule: '', own: [], decision: '', decided: [] }), httpMethod: 'POST' };
  const only = deployment({ '/pets': [method('GET', integration())] });
  expect(() => simulateInvoke({ ...one, deployment: only })).toThrow('/pets has no method POST');
});

test('a private API without a policy is shut to all, by no statement', () => {
  const one = question({ rule: '', own: [[allow()]], decision: '', decided: [] });
  const shut = simulateInvoke({ ...one, deployment: { ...one.deployment, isPrivate: true } });
  expect(shut).toMatchObject({ decision: 'explicitDeny', statements: [] });
});

test('the method ARN is the one that the pipeline asks about', () => {
  const one = question({ rule: '', own: [], path: '//pets/7', decision: '', decided: [] });
  expect(simulateInvoke(one)).toMatchObject({
    methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/GET/pets/7',
    authorizationType: 'AWS_IAM',
  });
});
