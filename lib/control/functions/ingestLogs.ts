import { functionLogs } from '@/db/schema';
import type { ControlContext } from '../ControlContext';

/** What one invocation wrote, START to REPORT; times in ms since the epoch. */
export interface InvocationLog {
  functionName: string;
  version: string;
  requestId: string;
  lines: { time: number; message: string }[];
}

/** 5 parameters a row; Postgres takes 65,535 a statement */
const rowsPerStatement = 10_000;

/** Writes the function host's logs. A batch that comes twice, after a fault, is written twice: an event's attempts share their request id. */
export async function ingestLogs({ ports }: ControlContext, invocations: InvocationLog[]): Promise<void> {
  const rows = invocations.map(({ lines, ...invocation }) => ({
    ...invocation,
    time: new Date(lines[0]?.time ?? ports.now()),
    // Postgres has no NUL in text.
    lines: lines.map(({ time, message }) => ({ time, message: message.replaceAll('\0', '\uFFFD') })),
  }));
  await ports.db.transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += rowsPerStatement)
      await tx.insert(functionLogs).values(rows.slice(from, from + rowsPerStatement));
  });
}
