import type { TraceEntry } from '../trace';
import { executionLines } from './executionLines';

export interface ExecutionLogInput {
  requestId: string;
  /** ms since the epoch, when the call came */
  time: number;
  status: number;
  trace: readonly TraceEntry[];
}

/**
 * A call's trace in the words of AWS's execution log, as TestInvokeMethod gives it
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-test-method.html).
 */
export function executionLog({ requestId, time, status, trace }: ExecutionLogInput): string {
  const failed = trace.some((entry) => entry.failed);
  const lines: [at: number, text: string][] = [[0, `Starting execution for request: ${requestId}`]];
  for (const entry of trace) for (const text of executionLines(entry)) lines.push([entry.at, text]);
  const end = trace.at(-1)?.at ?? 0;
  if (!failed) lines.push([end, 'Successfully completed execution']);
  lines.push([end, `Method completed with status: ${status}`]);
  const dated = lines.map(([at, text]) => `${logDate(time + at)} : ${text}`);
  return [`Execution log for request ${requestId}`, ...dated].join('\n');
}

/** `Sat Nov 21 10:21:23 UTC 2026` */
export function logDate(time: number): string {
  const [day = '', date, month, year, clock] = new Date(time).toUTCString().split(/,? /);
  return `${day} ${month} ${date} ${clock} UTC ${year}`;
}
