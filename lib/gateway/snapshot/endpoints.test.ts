import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createTestGateway,
  deployment,
  integration,
  method,
  snapshot,
  stage,
  type TestGateway,
} from '../testing';

const open = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
});
const apis = {
  plain: {},
  disabled: { disableExecuteApiEndpoint: true },
  private: { isPrivate: true },
  letting: { isPrivate: true, policy: open },
};
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway(
    snapshot({
      deployments: Object.entries(apis).map(([restApiId, members]) => ({
        ...deployment({ '/': [method('GET', integration())] }),
        deploymentId: `d${restApiId}`,
        restApiId,
        ...members,
      })),
      stages: Object.keys(apis).map((restApiId) => stage({ restApiId, deploymentId: `d${restApiId}` })),
    }),
  );
});
afterAll(() => gateway?.close());

test.each([
  ['an API of the usual kind', 'plain', 200],
  ['an API whose default endpoint is disabled', 'disabled', 403],
  ['a private API without a policy', 'private', 403],
  ['a private API whose policy lets callers in', 'letting', 200],
])('%s', async (_rule, api, status) => {
  expect((await gateway.call('/', { api })).status).toBe(status);
});

test('a disabled default endpoint answers as one that is not there', async () => {
  const answer = await gateway.call('/', { api: 'disabled' });
  expect(answer.body.toString()).toBe('{"message":"Forbidden"}');
});
