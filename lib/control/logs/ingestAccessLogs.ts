import { createHash } from 'node:crypto';
import { accessLogs, logGroups, usageBatches } from '@/db/schema';
import type { AccessLogBatch, LogLine } from '@/lib/model/accessLog';
import type { ControlContext } from '../ControlContext';

/** A row is read whole: this bounds what a read takes beyond what it was asked for. */
const LINES_A_ROW = 100;
/** 4 parameters a row; Postgres takes 65,535 a statement */
const ROWS_A_STATEMENT = 1_000;

/**
 * Writes a worker's batch. Resolves when it is committed: only then may it be acknowledged. A batch that was written
 * before changes nothing.
 */
export async function ingestAccessLogs({ ports }: ControlContext, batch: AccessLogBatch): Promise<void> {
  const { boot, sequence } = batch;
  await ports.db.transaction(async (db) => {
    const fresh = await db
      .insert(usageBatches)
      .values({ boot, sequence, receivedAt: new Date(ports.now()) })
      .onConflictDoNothing()
      .returning({ boot: usageBatches.boot });
    if (fresh.length === 0) return;
    const createdDate = new Date(ports.now());
    if (batch.groups.length > 0)
      await db
        .insert(logGroups)
        .values(batch.groups.map(({ logGroupName }) => ({ logGroupName, createdDate })))
        .onConflictDoNothing();
    const rows = batch.groups.flatMap(({ logGroupName, lines }) => rowsOf(boot, logGroupName, lines));
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
      await db.insert(accessLogs).values(rows.slice(from, from + ROWS_A_STATEMENT));
  });
}

function rowsOf(boot: string, logGroupName: string, lines: LogLine[]): (typeof accessLogs.$inferInsert)[] {
  const rows: (typeof accessLogs.$inferInsert)[] = [];
  for (const { time, message } of lines) {
    const logStreamName = streamName(boot, time);
    // Postgres has no NUL in text.
    const line = { time, message: message.replaceAll('\0', '\uFFFD') };
    const last = rows.at(-1);
    if (last?.logStreamName !== logStreamName || last.lines.length === LINES_A_ROW)
      rows.push({ logGroupName, logStreamName, time: new Date(time), lines: [line] });
    else {
      last.lines.push(line);
      if (new Date(time) > last.time) last.time = new Date(time);
    }
  }
  return rows;
}

/** 32 letters, as API Gateway names streams; one for each worker and day. */
function streamName(boot: string, time: number): string {
  const day = new Date(time).toISOString().slice(0, 10);
  return createHash('sha256').update(`${boot} ${day}`).digest('hex').slice(0, 32);
}
