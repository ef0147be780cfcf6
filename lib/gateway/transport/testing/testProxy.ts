import { onTestFinished } from 'vitest';
import { BackendFailure } from '../BackendCall';
import { createBackends } from '../backends';
import { createEgressGuard } from '../egressGuard';
import type { ListenerLimits } from '../ListenerLimits';
import type { BackendLimits } from '../outbound/BackendLimits';
import type { Reply, Request } from '../Request';
import { realClock } from './realClock';
import { type TestListener, testListener } from './testListener';

export interface ProxyOptions {
  listener?: Partial<ListenerLimits>;
  backends?: Partial<BackendLimits>;
  timeoutInMillis?: number;
}

/**
 * The listener and the backends joined by the smallest handler, as the pipeline joins them.
 * @param routes first path segment -> origin; each is an integration of its own
 */
export async function testProxy(
  routes: Record<string, string>,
  options: ProxyOptions = {},
): Promise<TestListener> {
  const egress = createEgressGuard({ allowList: [], ownPorts: [] });
  const backends = createBackends({ clock: realClock, egress, limits: options.backends });
  onTestFinished(() => backends.close());
  const { timeoutInMillis = 20_000 } = options;
  const handler = async (request: Request): Promise<Reply> => {
    const integrationKey = request.path.split('/')[1] ?? '';
    try {
      const body = await request.readBody();
      const route = { integrationKey, timeoutInMillis, tls: undefined, vpcLinkId: undefined, stream: false };
      return await backends.call({
        route,
        method: request.method,
        url: `${routes[integrationKey]}${request.path}`,
        headers: [],
        body,
        clientGone: request.clientGone,
      });
    } catch (error) {
      return failed(error);
    }
  };
  return testListener(handler, options.listener);
}

function failed(error: unknown): Reply {
  const reason = error instanceof BackendFailure ? error.reason : 'no-body';
  return { status: reason === 'garbage' ? 502 : 504, headers: [], body: reason };
}
