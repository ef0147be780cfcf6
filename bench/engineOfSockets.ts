/**
 * The engine alone, with a WebSocket API whose `$default` route answers what came, by a MOCK and its templates. Prints
 * `ready`; on SIGUSR2 its resident bytes and heap, after a collection.
 */
import { createGateway } from '@gatehouse/gateway';
import { MemoryCache } from '@gatehouse/gateway/ports';
import {
  api,
  apiDeployment,
  apiIntegration,
  apiStage,
  MemoryCounterStore,
  route,
  snapshot,
  TestClock,
} from '@gatehouse/gateway/testing';

const throttle = { rateLimit: 1_000_000, burstLimit: 1_000_000 };
const document = snapshot({
  stages: [],
  apis: [api({ apiId: 'chat1', protocolType: 'WEBSOCKET' })],
  apiStages: [apiStage({ apiId: 'chat1', stageName: 'prod' })],
  apiDeployments: [
    apiDeployment({
      apiId: 'chat1',
      protocolType: 'WEBSOCKET',
      routes: [
        route('$default', {
          routeResponseSelectionExpression: '$default',
          routeResponses: [{ routeResponseKey: '$default' }],
        }),
      ],
      integrations: [
        apiIntegration({
          integrationType: 'MOCK',
          requestTemplates: { $default: '{"statusCode": 200}' },
          integrationResponses: [
            { integrationResponseKey: '$default', responseTemplates: { $default: '$context.connectionId' } },
          ],
        }),
      ],
    }),
  ],
});
document.account.throttle = throttle;

const clock = new TestClock();
const gateway = createGateway({
  ports: {
    counters: new MemoryCounterStore(clock),
    cache: new MemoryCache(1, clock),
    functions: {
      invoke: () => Promise.reject(new Error('none')),
      stream: () => Promise.reject(new Error('none')),
    },
    recorder: { record: () => {} },
    clock,
    log: { error: (message, detail) => console.error(message, detail) },
    hashApiKey: (value) => value,
  },
  ownPorts: [],
  // The bench opens more in a second than AWS lets an account open.
  socketLimits: { connectsPerSecond: 1_000_000 },
});
gateway.apply(document);
await gateway.listen(Number(process.argv[2]), '127.0.0.1');
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  console.log(JSON.stringify({ rss: process.memoryUsage().rss, heap: process.memoryUsage().heapUsed }));
});
console.log('ready');
