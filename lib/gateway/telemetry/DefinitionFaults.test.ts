import { afterEach, expect, test } from 'vitest';
import type { DeploymentDocument } from '../snapshot/types';
import { FUNCTION, TOKEN } from '../testing/authorizing';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../testing/documents';
import { TestClock } from '../testing/TestClock';
import { type TestFunction, TestFunctions } from '../testing/TestFunctions';

/** Stands still unless it is moved: a call may take its time and no second has passed. */
class StillClock extends TestClock {
  private readonly began = { now: super.now(), monotonic: Math.floor(super.monotonic()) };
  private passed = 0;

  override now = () => this.began.now + this.passed;
  override monotonic = () => this.began.monotonic + this.passed;
  override advance(ms: number): void {
    this.passed += ms;
  }
}

/** A thousand turns inside a thousand, inside a thousand: AWS's own limits let it run for a quarter of an hour. */
const ENDLESS = `#set($list = $util.parseJson('[${Array.from({ length: 1000 }, (_, at) => at).join(',')}]'))
#foreach($a in $list)#foreach($b in $list)#foreach($c in $list)#set($x = $a + $b + $c)#end#end#end`;

const answering = (text: string) =>
  integration({
    integrationResponses: { 200: integrationResponse({ responseTemplates: { 'application/json': text } }) },
  });
const guarded = method('GET', integration(), { authorizationType: 'CUSTOM', authorizerId: 'auth1' });
const nowhere = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'http://127.0.0.1:1/' });
/** Asks for a status that has no response. */
const stray = integration({ requestTemplates: { 'application/json': '{"statusCode": 500}' } });

const api = (restApiId: string): DeploymentDocument =>
  deployment(
    {
      '/endless': [method('GET', answering(ENDLESS))],
      '/stray': [method('GET', { ...stray, integrationResponses: {} })],
      '/well': [method('GET', integration())],
      '/down': [method('GET', nowhere)],
      '/guarded': [guarded],
    },
    { authorizers: [TOKEN], restApiId, deploymentId: `dep-${restApiId}` },
  );

let gateway: TestGateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

async function start(work: TestFunction = () => ({})): Promise<TestGateway & { clock: StillClock }> {
  const clock = new StillClock();
  const { stages } = snapshot();
  const [prod] = stages;
  if (!prod) throw new Error('a snapshot has a stage');
  gateway = await createTestGateway(
    snapshot({
      deployments: [api('api1'), api('api2')],
      stages: ['api1', 'api2'].map((id) => ({ ...prod, restApiId: id, deploymentId: `dep-${id}` })),
    }),
    { clock, functions: new TestFunctions({ [FUNCTION]: work }) },
  );
  return { ...gateway, clock };
}

const asAda = { headers: { Authorization: 'ada' } };
const fails = () => {
  throw new Error('secret of nobody');
};

test.each<{ rule: string; path: string; work?: TestFunction; responseType: string; reason: string }>([
  {
    rule: 'a template that never ends',
    path: '/endless',
    responseType: 'API_CONFIGURATION_ERROR',
    reason: 'Unable to transform with the template',
  },
  {
    rule: 'a status without a response',
    path: '/stray',
    responseType: 'API_CONFIGURATION_ERROR',
    reason: 'No match for output mapping',
  },
  {
    rule: 'an authorizer that throws',
    path: '/guarded',
    work: fails,
    responseType: 'AUTHORIZER_FAILURE',
    reason: 'The authorizer failed',
  },
  {
    rule: 'an authorizer that answers garbage',
    path: '/guarded',
    work: () => 'garbage',
    responseType: 'AUTHORIZER_CONFIGURATION_ERROR',
    reason: 'Execution failed due to configuration error',
  },
])('F14: $rule is logged once, by the id that the caller got', async ({
  path,
  work,
  responseType,
  reason,
}) => {
  const { call, errors } = await start(work);
  const answer = await call(path, asAda);
  expect(answer.status).toBe(500);
  expect(errors).toEqual([
    {
      message: 'A call failed by what its API says',
      detail: {
        requestId: answer.headers['x-amzn-requestid'],
        restApiId: 'api1',
        stageName: 'prod',
        httpMethod: 'GET',
        resourcePath: path,
        responseType,
        reason: expect.stringContaining(reason),
      },
    },
  ]);
});

test.each([
  { rule: 'a call that is answered', path: '/well' },
  { rule: 'a caller without a token', path: '/guarded' },
  { rule: 'a path that is not there', path: '/nothing' },
  { rule: 'a backend that is down', path: '/down' },
])('no fault of a definition is logged for $rule', async ({ path }) => {
  const { call, errors } = await start();
  await call(path);
  expect(errors).toEqual([]);
});

test('one line a second for each API, which counts those left out', async () => {
  const { call, errors, clock } = await start();
  const stray = (ofApi: string) => call('/stray', { api: ofApi });
  const ids = async (answers: Promise<{ headers: Record<string, unknown> }>[]) =>
    (await Promise.all(answers)).map(({ headers }) => headers['x-amzn-requestid']);
  const lines = () =>
    errors.splice(0).map(({ detail: { restApiId, requestId, leftOut } }) => [restApiId, requestId, leftOut]);

  const [first] = await ids([stray('api1')]);
  await ids([stray('api1'), stray('api1')]);
  const [other] = await ids([stray('api2')]);
  clock.advance(999);
  await ids([stray('api1')]);
  expect(lines()).toEqual([
    ['api1', first, undefined],
    ['api2', other, undefined],
  ]);
  clock.advance(1);
  const [later] = await ids([stray('api1')]);
  clock.advance(1_000);
  const [last] = await ids([stray('api1')]);
  expect(lines()).toEqual([
    ['api1', later, 3],
    ['api1', last, undefined],
  ]);
});

test('the Test panel shows its faults itself: none is logged', async () => {
  const { gateway: engine, errors } = await start();
  const outcome = await engine.test({
    deployment: api('api1'),
    stageName: 'test-invoke-stage',
    variables: {},
    httpMethod: 'GET',
    resourceId: 'res1',
    pathWithQueryString: '/stray',
    headers: {},
    body: '',
  });
  expect([outcome.status, outcome.log]).toEqual([
    500,
    expect.stringContaining('No match for output mapping'),
  ]);
  expect(errors).toEqual([]);
});
