import { afterEach, expect, test } from 'vitest';
import type { CachingDocument } from '../snapshot/types';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../testing/documents';
import { ADA_KEY, adaWith, signedCall } from '../testing/signedCall';

/* Reference section 14, IAM: execute-api:InvalidateCache. Strangers: steps/caching.test.ts. */
let gateway: TestGateway | undefined;
let backend: TestBackend | undefined;
afterEach(() => Promise.all([gateway?.close(), backend?.close()]));

const caching: CachingDocument = {
  cachingEnabled: true,
  cacheTtlInSeconds: 300,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
};
const statement = (Effect: string, Action: string, Resource = '*') => ({ Effect, Action, Resource });
const text = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const invoke = statement('Allow', 'execute-api:Invoke');
const invalidate = statement('Allow', 'execute-api:InvalidateCache');

async function start(statements: object[], resourcePolicy?: object): Promise<TestGateway> {
  let count = 0;
  backend = await createBackend((_request, response) => {
    count += 1;
    response.end(`answer ${count}`);
  });
  const proxy = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend.url });
  const signed = method('GET', proxy, { authorizationType: 'AWS_IAM' });
  gateway = await createTestGateway(
    snapshot({
      deployments: [
        deployment({ '/': [signed] }, { ...(resourcePolicy && { policy: text(resourcePolicy) }) }),
      ],
      stages: [stage({ cacheBytes: 1024 * 1024, caching })],
      iamUsers: [adaWith(text(...statements))],
      accessKeys: [ADA_KEY],
    }),
  );
  return gateway;
}

const everyone = { ...invalidate, Principal: '*' };

test.each<[rule: string, statements: object[], resourcePolicy: object | undefined, expected: string]>([
  ['its policy grants it', [invoke, invalidate], undefined, '200 answer 2'],
  ['every action', [statement('Allow', 'execute-api:*')], undefined, '200 answer 2'],
  ['it may only call', [invoke], undefined, '403'],
  ['granted for another method', [invoke, { ...invalidate, Resource: '*/POST/*' }], undefined, '403'],
  ['denied', [invoke, invalidate, { ...invalidate, Effect: 'Deny' }], undefined, '403'],
  ["the API's own policy grants it", [invoke], everyone, '200 answer 2'],
  ["the API's own policy denies it", [invoke, invalidate], { ...everyone, Effect: 'Deny' }, '403'],
])('max-age=0 of a user who signed, %s: %s', async (_rule, statements, resourcePolicy, expected) => {
  const engine = await start(statements, resourcePolicy);
  expect((await signedCall(engine)).body).toBe('answer 1');
  const { status, body } = await signedCall(engine, { headers: { 'cache-control': 'max-age=0' } });
  expect(status === 200 ? `${status} ${body}` : `${status}`).toBe(expected);
  expect((await signedCall(engine)).body).toBe(expected === '403' ? 'answer 1' : 'answer 2');
});
