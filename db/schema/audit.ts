import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, serial, text } from 'drizzle-orm/pg-core';
import { at } from './columns';

/** Who changed what; written in the transaction of the change. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: serial('id').primaryKey(),
    time: at('time').notNull(),
    actor: text('actor').notNull(),
    operation: text('operation').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index('audit_subject').on(t.subject),
    index('audit_time').on(t.time),
    // Failed sign-ins alone expire.
    index('audit_failed_sign_ins').on(t.time).where(sql`operation = 'SignInFailed'`),
  ],
);

/**
 * Revisions are numbered here, never from 1 at each start. What a revision touched is kept with it, so that the
 * change since any revision is read without reading a million keys.
 */
export const revisions = pgTable('revisions', {
  revision: serial('revision').primaryKey(),
  createdAt: at('created_at').notNull(),
  apiKeyIds: jsonb('api_key_ids').$type<string[]>().notNull().default([]),
  /** deployments that a stage was pointed to */
  deploymentIds: jsonb('deployment_ids').$type<string[]>().notNull().default([]),
});
