import { boolean, index, jsonb, pgTable, serial, text } from 'drizzle-orm/pg-core';
import { at } from './columns';

/** Groups that lines were written to, which go with their last line, and those that were made to stay. */
export const logGroups = pgTable('log_groups', {
  logGroupName: text('log_group_name').primaryKey(),
  createdDate: at('created_date').notNull(),
  /** by CreateLogGroup: until DeleteLogGroup */
  stays: boolean('stays').notNull().default(false),
});

/** What stages' access logs and execution logs say, written in batches by the workers; expires by the retention setting. */
export const accessLogs = pgTable(
  'access_logs',
  {
    id: serial('id').primaryKey(),
    logGroupName: text('log_group_name').notNull(),
    logStreamName: text('log_stream_name').notNull(),
    /** of the youngest line */
    time: at('time').notNull(),
    /** at most 100, in order */
    lines: jsonb('lines').$type<{ time: number; message: string }[]>().notNull(),
  },
  (t) => [index('access_logs_group').on(t.logGroupName, t.id), index('access_logs_time').on(t.time)],
);
