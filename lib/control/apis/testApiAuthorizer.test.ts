import { beforeEach, describe, expect, test } from 'vitest';
import type { AuthorizerTrialInput } from '@/lib/model/v2/authorizerTrial';
import { createControl } from '../createControl';
import type { ControlPorts } from '../ports';
import { databases, editor, refusal, testControl } from '../testControl';
import { createTestContext, testActor } from '../testing';

const blank: AuthorizerTrialInput = { headers: {}, pathWithQueryString: '', stageVariables: {} };

describe.each(databases.slice(0, 1))('the trial of an authorizer on $name', ({ open }) => {
  const kit = testControl(open);
  const asked: Parameters<ControlPorts['testApiAuthorizer']>[0][] = [];
  const said = { isAuthorized: true, clientStatus: 200, log: '', latency: 1 };
  let apis: ReturnType<typeof createControl>['apis'];
  let apiId = '';
  let authorizerId = '';
  beforeEach(async () => {
    asked.length = 0;
    const testApiAuthorizer: ControlPorts['testApiAuthorizer'] = async (call) => {
      asked.push(call);
      return said;
    };
    ({ apis } = createControl(createTestContext(kit.database, { testApiAuthorizer })));
    ({ apiId } = await apis.create(editor, { name: 'Pets', protocolType: 'HTTP' }));
    ({ authorizerId } = await apis.authorizers.create(editor, apiId, {
      name: 'jwt',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      identityValidationExpression: 'x',
      jwtConfiguration: { issuer: 'https://issuer.example', audience: ['pets'] },
    }));
  });
  const route = (routeKey: string) =>
    apis.routes.create(editor, apiId, {
      ...{ routeKey, authorizationType: 'JWT', authorizerId, authorizationScopes: ['pets/read'] },
    });
  const run = (input: Partial<AuthorizerTrialInput> = {}) =>
    apis.authorizers.test(editor, apiId, authorizerId, { ...blank, ...input });

  test('without a stage and a route: $default is called', async () => {
    expect(await run({ headers: { Authorization: 't' } })).toEqual(said);
    expect(asked).toEqual([
      {
        apiId,
        protocolType: 'HTTP',
        authorizer: {
          authorizerId,
          name: 'jwt',
          authorizerType: 'JWT',
          identitySource: ['$request.header.Authorization'],
          jwtConfiguration: { issuer: 'https://issuer.example', audience: ['pets'] },
        },
        stageName: 'test-invoke-stage',
        variables: {},
        httpMethod: 'GET',
        headers: { Authorization: 't' },
        pathWithQueryString: '/',
      },
    ]);
  });

  test.each([
    ['GET /pets/{id}', '', 'GET', '/pets/id'],
    ['ANY /{proxy+}', '?token=t', 'GET', '/proxy?token=t'],
    ['POST /pets', '/pets?a=1', 'POST', '/pets?a=1'],
  ])('route %s with %s: %s %s, and its scopes are asked', async (routeKey, sent, httpMethod, path) => {
    const { routeId } = await route(routeKey);
    await run({ routeId, pathWithQueryString: sent });
    const scopes = { routeKey, authorizationScopes: ['pets/read'] };
    expect(asked[0]).toMatchObject({ route: scopes, httpMethod, pathWithQueryString: path });
  });

  test('the stage that is named, $default, the first: with its variables under those of the trial', async () => {
    const stage = (stageName: string) =>
      apis.stages.create(editor, apiId, {
        stageName,
        stageVariables: { at: stageName.replace('$', ''), v: '1' },
      });
    await stage('prod');
    await run({ stageVariables: { v: '2' } });
    await stage('$default');
    await run();
    await run({ stageName: 'prod' });
    expect(asked.map(({ stageName, variables }) => [stageName, variables])).toEqual([
      ['prod', { at: 'prod', v: '2' }],
      ['$default', { at: 'default', v: '1' }],
      ['prod', { at: 'prod', v: '1' }],
    ]);
  });

  test.each<[string, Partial<AuthorizerTrialInput>, string]>([
    ['a stage that is not there', { stageName: 'gone' }, 'NotFoundException'],
    ['a route that is not there', { routeId: 'gone' }, 'NotFoundException'],
    ['a header with a line break', { headers: { A: 'b\nc' } }, 'BadRequestException'],
    ['a path that is none', { pathWithQueryString: 'pets' }, 'BadRequestException'],
  ])('%s', async (_, input, code) => {
    expect(await refusal(kit, () => run(input))).toMatchObject({ code });
  });

  test('it calls the real issuer or function, so a viewer may not', async () => {
    const viewed = () => apis.authorizers.test(testActor('viewer'), apiId, authorizerId, blank);
    expect(await refusal(kit, viewed)).toMatchObject({ code: 'AccessDeniedException' });
    expect(asked).toEqual([]);
  });

  test('what the engine refuses is told with the authorizer’s name', async () => {
    const testApiAuthorizer = () =>
      Promise.reject(Object.assign(new Error('bad'), { code: 'SnapshotRejected', reason: 'bad' }));
    ({ apis } = createControl(createTestContext(kit.database, { testApiAuthorizer })));
    expect(await refusal(kit, () => run())).toMatchObject({
      code: 'BadRequestException',
      message: 'Authorizer jwt: bad',
    });
  });
});
