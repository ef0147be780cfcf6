import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** Small named values: portal and account settings, the setup token's hash. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
});
