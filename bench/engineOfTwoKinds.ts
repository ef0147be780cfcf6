/**
 * The engine alone, with a REST API and an HTTP API that do the same: hand a call on to the backend whose port is the
 * argument. Prints `ready` and its port.
 */
import { createGateway } from '@gatehouse/gateway';
import { MemoryCache } from '@gatehouse/gateway/ports';
import {
  api,
  apiDeployment,
  apiIntegration,
  apiStage,
  deployment,
  integration,
  MemoryCounterStore,
  method,
  route,
  snapshot,
  stage,
  TestClock,
} from '@gatehouse/gateway/testing';

const uri = `http://127.0.0.1:${process.argv[2]}/pets`;
/** Above what a worker serves, so that every call asks the bucket and none is refused. */
const throttle = { rateLimit: 50_000, burstLimit: 5_000 };
const settings = { throttlingRateLimit: throttle.rateLimit, throttlingBurstLimit: throttle.burstLimit };

const proxy = integration({
  type: 'HTTP_PROXY',
  httpMethod: 'GET',
  uri,
  requestTemplates: {},
  integrationResponses: {},
});
const restApiId = 'rest1';
const apiId = 'http1';
const document = snapshot({
  deployments: [deployment({ '/pets': [method('GET', proxy)] }, { restApiId })],
  stages: [stage({ restApiId, throttle })],
  apis: [api({ apiId })],
  apiStages: [apiStage({ apiId, defaultRouteSettings: settings })],
  apiDeployments: [
    apiDeployment({
      apiId,
      routes: [route('GET /pets')],
      integrations: [apiIntegration({ integrationMethod: 'GET', integrationUri: uri })],
    }),
  ],
});
document.account.throttle = throttle;
document.account.egressAllowList = ['127.0.0.1'];

const clock = new TestClock();
let recorded = 0;
const gateway = createGateway({
  ports: {
    counters: new MemoryCounterStore(clock),
    cache: new MemoryCache(1, clock),
    functions: {
      invoke: () => Promise.reject(new Error('none')),
      stream: () => Promise.reject(new Error('none')),
    },
    recorder: {
      record: () => {
        recorded += 1;
      },
    },
    clock,
    log: { error: (message, detail) => console.error(message, detail) },
    hashApiKey: (value) => value,
  },
  ownPorts: [],
});
gateway.apply(document);
process.on('SIGTERM', () => process.exit(recorded > 0 ? 0 : 1));
console.log(`ready ${await gateway.listen(Number(process.argv[3]), '127.0.0.1')}`);
