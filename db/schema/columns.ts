import { timestamp } from 'drizzle-orm/pg-core';

/** timestamptz, filled by the operation's clock, not the database's. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
