import type { Call } from '../../pipeline/Call';
import type { AccessLogs } from '../../ports';
import type { Reply } from '../../transport/Request';
import type { Trace } from '../trace';
import { logExecution } from './logExecution';

/** That an operation of `@connections` may run. @throws GatewayError REQUEST_TOO_LARGE */
export async function noteManagement({ request }: Call, trace: Trace, connectionId: string): Promise<void> {
  const sends = request.method === 'POST' && trace.log?.dataTrace;
  const message = sends ? trace.text(await request.readBody()) : undefined;
  trace.add('startExecution', 'Starting execution', {
    lines: [
      `HTTP Method: ${request.method}, Resource Path: /@connections/${connectionId}`,
      ...(message === undefined ? [] : [`Method request body before transformations: ${message}`]),
    ],
  });
}

/** Under the stage's default setting: `@connections` is no route. */
export function logManagement(call: Call, reply: Reply, logs: AccessLogs): void {
  call.report.status = reply.status;
  call.report.time = call.ports.clock.now();
  logExecution(call, reply, logs);
}
