import type { AccessLogLine } from '@/lib/model/accessLog';

/** One call or event of an execution log. */
export interface LoggedCall {
  requestId: string;
  /** when it ended, ms since the epoch */
  time: number;
  /** `GET /pets`, a WebSocket's route; '' where it was refused before that was settled */
  what: string;
  /** undefined: its last lines are not there */
  status?: string;
  /** the gateway ended it, not its backend */
  failed: boolean;
  /** in their order, without the request id */
  lines: string[];
}

/** @param lines newest first. @returns calls, newest first, each with its lines in the order they were written */
export function loggedCalls(lines: readonly AccessLogLine[]): LoggedCall[] {
  const byRequest = new Map<string, { time: number; lines: string[] }>();
  for (const { time, message } of lines) {
    const [, requestId = '', text = message] = /^\((\S+)\) (.*)$/s.exec(message) ?? [];
    const call = byRequest.get(requestId) ?? { time, lines: [] };
    byRequest.set(requestId, call);
    call.lines.unshift(text);
  }
  return [...byRequest].map(([requestId, call]) => ({ requestId, ...call, ...outcomeOf(call.lines) }));
}

function outcomeOf(lines: readonly string[]): Pick<LoggedCall, 'what' | 'status' | 'failed'> {
  const found = (pattern: RegExp) =>
    lines.map((line) => pattern.exec(line)?.slice(1).join(' ')).find(Boolean);
  const refused = found(/^Gateway response type: \w+ with status code: (\d+)$/);
  const status = refused ?? found(/^Method completed with status: (\d+)$/);
  const what =
    found(/^HTTP Method: (\S+), Resource Path: (.*)$/) ??
    found(/^WebSocket Request Route: \[(.*)\]$/) ??
    found(/^API Key {2}authorized because method '(.*)' does not require/);
  return { what: what ?? '', failed: refused !== undefined, ...(status && { status }) };
}

/** Those of which a line, or the request id, has the text, in any case; `failedOnly`: that the gateway ended. */
export function matchingCalls(calls: readonly LoggedCall[], text: string, failedOnly: boolean): LoggedCall[] {
  const wanted = text.trim().toLowerCase();
  return calls.filter(
    ({ requestId, lines, failed }) =>
      (failed || !failedOnly) &&
      (requestId.toLowerCase().includes(wanted) || lines.some((line) => line.toLowerCase().includes(wanted))),
  );
}
