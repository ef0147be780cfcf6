import type { FunctionLogLine } from '@/lib/model/function';
import { type Report, readReport } from '../testing/report';

/** One invocation's log. */
export interface Invocation {
  requestId: string;
  version: string;
  /** of its first line, ms since the epoch */
  time: number;
  /** oldest first */
  lines: FunctionLogLine[];
  report?: Report;
  /** what went wrong, in Lambda's word or the function's own */
  fault?: string;
}

/** @param lines newest first. @returns invocations, newest first, each with its lines in the order they were written */
export function invocationsIn(lines: readonly FunctionLogLine[]): Invocation[] {
  const byRequest = new Map<string, FunctionLogLine[]>();
  for (const line of lines) {
    const before = byRequest.get(line.requestId);
    if (before) before.push(line);
    else byRequest.set(line.requestId, [line]);
  }
  return [...byRequest.values()]
    .map((newestFirst) => invocationOf(newestFirst.toReversed()))
    .sort((a, b) => b.time - a.time);
}

function invocationOf(lines: FunctionLogLine[]): Invocation {
  const { requestId = '', version = '', time = 0 } = lines[0] ?? {};
  // An event's attempts share their request id: the last one tells how it ended.
  const end = lines.findLast(({ message }) => message.startsWith('REPORT RequestId:'));
  const report = end && readReport(end.message);
  const fault = report?.status ?? (lines.some(isError) ? 'error' : undefined);
  return { requestId, version, time, lines, ...(report && { report }), ...(fault && { fault }) };
}

/** As the runtimes of Node.js and Python write what a handler threw. */
const isError = ({ message }: FunctionLogLine) =>
  /^\S+\t\S+\tERROR\t(Invoke Error|Uncaught Exception)/.test(message) || message.startsWith('[ERROR]');

/** Those of which a line, or the request id, has the text; any case. */
export function matching(invocations: readonly Invocation[], text: string): Invocation[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...invocations];
  return invocations.filter(
    ({ requestId, lines }) =>
      requestId.toLowerCase().includes(wanted) ||
      lines.some(({ message }) => message.toLowerCase().includes(wanted)),
  );
}
