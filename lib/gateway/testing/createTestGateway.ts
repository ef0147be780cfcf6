import { createGateway, type Gateway, type GatewayOptions } from '../gateway';
import { type GatewayPorts, MemoryCache } from '../ports';
import type { Snapshot } from '../snapshot/types';
import { testHash } from './documents';
import { MemoryAccessLogs } from './MemoryAccessLogs';
import { MemoryCounterStore } from './MemoryCounterStore';
import { MemoryRecorder } from './MemoryRecorder';
import { type Answer, type SendOptions, sendRequest } from './sendRequest';
import { TestClock } from './TestClock';
import { TestFunctions } from './TestFunctions';

export interface TestGateway {
  gateway: Gateway;
  port: number;
  clock: TestClock;
  counters: MemoryCounterStore;
  cache: MemoryCache;
  recorder: MemoryRecorder;
  accessLogs: MemoryAccessLogs;
  /** what the engine logged */
  errors: { message: string; detail: Record<string, unknown> }[];
  /** Calls `/{path}` of stage `prod` of `api1` by host; `path` may begin with another stage when `stage` is ''. */
  call(path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface CallOptions extends Partial<SendOptions> {
  api?: string;
  stage?: string;
}

const CACHE_BYTES = 64 * 1024 * 1024;

/** The real engine behind a real socket, with counters, recorder and clock that a test can look into. */
export async function createTestGateway(
  snapshot?: Snapshot,
  ports: Partial<GatewayPorts> = {},
  backendLimits: GatewayOptions['backendLimits'] = {},
  socketLimits: GatewayOptions['socketLimits'] = {},
): Promise<TestGateway> {
  const clock = new TestClock();
  const counters = new MemoryCounterStore(clock);
  const cache = new MemoryCache(CACHE_BYTES, clock);
  const recorder = new MemoryRecorder();
  const accessLogs = new MemoryAccessLogs();
  const errors: TestGateway['errors'] = [];
  const gateway = createGateway({
    ports: {
      counters,
      cache,
      functions: new TestFunctions(),
      recorder,
      accessLogs,
      clock,
      log: { error: (message, detail) => errors.push({ message, detail }) },
      hashApiKey: testHash,
      ...ports,
    },
    ownPorts: [],
    backendLimits,
    socketLimits,
  });
  if (snapshot) gateway.apply(snapshot);
  const port = await gateway.listen(0, '127.0.0.1');
  return {
    gateway,
    port,
    clock,
    counters,
    cache,
    recorder,
    accessLogs,
    errors,
    call: (path, { api = 'api1', stage = 'prod', headers, ...rest } = {}) =>
      sendRequest({
        port,
        path: stage === '' ? path : `/${stage}${path}`,
        headers: { Host: `${api}.execute-api.localhost:${port}`, ...headers },
        ...rest,
      }),
    close: () => gateway.close(0),
  };
}
