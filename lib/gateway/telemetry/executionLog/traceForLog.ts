import type { Call } from '../../pipeline/Call';
import { Trace } from '../trace';
import type { ExecutionLog } from './compileExecutionLogs';

/** What a logged call is traced with. */
export function traceForLog({ ports, request }: Pick<Call, 'ports' | 'request'>, log: ExecutionLog): Trace {
  const { clock } = ports;
  return new Trace(request.startedAt, () => clock.monotonic(), log);
}
