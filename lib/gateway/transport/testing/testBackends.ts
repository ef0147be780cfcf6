import { onTestFinished } from 'vitest';
import type { BackendCall, Backends } from '../BackendCall';
import type { BackendRoute } from '../BackendRoute';
import { createBackends } from '../backends';
import { Departure } from '../Departure';
import { createEgressGuard } from '../egressGuard';
import type { BackendLimits } from '../outbound/BackendLimits';
import { realClock } from './realClock';
import { answer, type Script } from './scriptedBackend';

export function testBackends(limits: Partial<BackendLimits> = {}): Backends {
  const egress = createEgressGuard({ allowList: [], ownPorts: [] });
  const backends = createBackends({ clock: realClock, egress, limits });
  onTestFinished(() => backends.close());
  return backends;
}

export function callOf(url: string, change: Partial<BackendCall & BackendRoute> = {}): BackendCall {
  const { integrationKey = 'a', timeoutInMillis = 20_000, tls, vpcLinkId, stream = false, ...rest } = change;
  return {
    route: { integrationKey, timeoutInMillis, tls, vpcLinkId, stream },
    method: 'GET',
    url,
    headers: [],
    body: undefined,
    clientGone: new Departure(),
    ...rest,
  };
}

export async function textOf(backends: Backends, call: BackendCall): Promise<string> {
  const { body } = await backends.call(call);
  if (Buffer.isBuffer(body)) return body.toString();
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** answers every request with 200 and `ok` */
export const OK: Script = (socket) => socket.write(answer('ok'));
