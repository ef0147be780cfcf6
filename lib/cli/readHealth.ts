import { noAnswer } from './noAnswer';

/** The readiness answer of the console's port. */
export interface Health {
  state: 'starting' | 'ready' | 'degraded' | 'stopping';
  ok: boolean;
  database?: boolean;
  revision?: number;
  workers?: { id: number; pid: number; revision: number }[];
}

const LONGEST_MS = 5_000;

/** @throws CliFailure when nobody, or somebody else, answers */
export async function readHealth(consoleUrl: string): Promise<Health> {
  const answer = await get('The console', consoleUrl, '/api/health');
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'state' in body && 'ok' in body) return body as Health;
  throw noAnswer('The console', consoleUrl, `HTTP ${answer.status} of something else`);
}

/** The data plane's own sign of life. @throws CliFailure */
export async function pingGateway(gatewayUrl: string): Promise<void> {
  const answer = await get('The gateway', gatewayUrl, '/ping');
  if (!answer.ok) throw noAnswer('The gateway', gatewayUrl, `HTTP ${answer.status}`);
}

/** Workers that serve another revision than the newest. */
export const behind = ({ workers = [], revision }: Health) =>
  workers.filter((worker) => worker.revision !== revision);

async function get(what: string, base: string, path: string): Promise<Response> {
  return fetch(`${base}${path}`, { signal: AbortSignal.timeout(LONGEST_MS) }).catch((error: unknown) =>
    Promise.reject(noAnswer(what, base, error)),
  );
}
