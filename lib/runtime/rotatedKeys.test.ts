import { createGateway, type Gateway } from '@gatehouse/gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import { createControl } from '@/lib/control/createControl';
import { createTestContext, type TestContext, testActor } from '@/lib/control/testing';
import { expireUserPools } from '@/lib/control/userPools/expireUserPools';
import { quickUserPools } from '@/lib/control/userPools/testing';

/* The engine's own authorizer, told of each publication, on a clock that both share. */
let database: TestDatabase;
let context: TestContext;
let gateway: Gateway;
const noFunction = () => Promise.reject(new Error('No function is called here'));
beforeAll(async () => {
  database = await createTestDb();
  context = createTestContext(database, {
    publish: async (snapshot) => gateway.useAccount(snapshot),
    testAuthorizer: (call) => gateway.testAuthorizer(call),
  });
  gateway = createGateway({
    ports: {
      counters: { takeTokens: () => ({ taken: true }), takeQuota: () => ({ taken: true }) },
      cache: { get: () => undefined, put: () => {} },
      functions: { invoke: noFunction, stream: noFunction },
      recorder: { record() {} },
      clock: { now: () => context.clock.now, monotonic: () => performance.now() },
      log: { error: () => {} },
      hashApiKey: (value) => value,
    },
    ownPorts: [],
  });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

test('after a rotation tokens of both keys open a method; each until it ends, the old key no longer than that', async () => {
  const editor = testActor('editor');
  const control = { ...createControl(context), userPools: quickUserPools(context) };
  const pool = await control.userPools.create(editor, { name: 'Shop' });
  const { clientId } = await control.userPools.createClient(editor, pool.id, { clientName: 'App' });
  const password = 'correct horse battery';
  const ada = { username: 'ada', email: 'ada@example.com', password, permanent: true };
  await control.userPools.createUser(editor, pool.id, ada);
  const api = await control.restApis.create(editor, { name: 'Pets' });
  const authorizer = await control.authorizers.create(editor, api.id, {
    name: 'shop',
    type: 'COGNITO_USER_POOLS',
    identitySource: 'method.request.header.Authorization',
    providerARNs: [pool.arn],
  });
  const signIn = async () => {
    const AuthParameters = { USERNAME: 'ada', PASSWORD: password };
    const input = { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters };
    const call = { operation: 'InitiateAuth', input, sourceIp: '192.0.2.1' };
    const { AuthenticationResult } = await control.userPools.identityProvider(call);
    return (AuthenticationResult as { IdToken: string }).IdToken;
  };
  const status = async (Authorization: string) => {
    const call = { headers: { Authorization }, pathWithQueryString: '/', body: '', stageVariables: {} };
    return (await control.authorizers.test(editor, api.id, authorizer.id, call)).clientStatus;
  };
  const minutes = (count: number) => {
    context.clock.now += count * 60_000;
  };

  const old = await signIn();
  minutes(30);
  await control.userPools.rotateKeys(editor, pool.id);
  const fresh = await signIn();
  expect([await status(old), await status(fresh)]).toEqual([200, 200]);
  minutes(29);
  await expireUserPools(context);
  expect([await status(old), await status(fresh)]).toEqual([200, 200]);
  minutes(1);
  expect([await status(old), await status(fresh)]).toEqual([401, 200]);
  minutes(30);
  await expireUserPools(context);
  // Back to where it was good still: it is the key that has gone.
  minutes(-45);
  expect([await status(old), await status(fresh)]).toEqual([401, 200]);
});
