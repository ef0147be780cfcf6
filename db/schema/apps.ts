import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './columns';
import { users } from './users';

export const apps = pgTable(
  'apps',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    description: text('description').notNull(),
    createdDate: at('created_date').notNull(),
  },
  (t) => [index('apps_user').on(t.userId)],
);
