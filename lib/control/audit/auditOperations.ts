import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { auditEntries } from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import type { AuditEntry, Control } from '../control';
import { read } from '../operation';
import { parse } from '../parse';

const auditFilter = z.object({
  subject: z.string().max(2_000).optional(),
  limit: z.int().min(1).max(1_000, 'At most 1,000 entries at once').default(100),
});

/** Newest first. The log names people and what they did to each other: administrators only. */
const listAudit = read(
  { name: 'GetAuditEntries', permission: 'administrator' },
  async ({ db }, filter: { subject?: string; limit?: number } = {}): Promise<AuditEntry[]> => {
    const { subject, limit } = parse(auditFilter, filter);
    const rows = await db
      .select()
      .from(auditEntries)
      .where(subject === undefined ? undefined : eq(auditEntries.subject, subject))
      .orderBy(desc(auditEntries.id))
      .limit(limit);
    return rows.map((row) => ({ ...row, time: row.time.getTime() }));
  },
);

export function auditOperations(context: ControlContext): Control['audit'] {
  return { list: listAudit(context) };
}
