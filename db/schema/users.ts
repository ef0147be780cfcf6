import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Role } from '@/lib/model/role';
import { at } from './columns';

/** Console users and portal developers alike; `role` says where they may go. */
export const users = pgTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** lower case */
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** scrypt with its parameters; absent for identity providers' accounts */
    passwordHash: text('password_hash'),
    disabled: boolean('disabled').notNull(),
    /** raised when password, role or `disabled` changes: ends older sessions */
    sessionVersion: integer('session_version').notNull(),
    createdDate: at('created_date').notNull(),
    lastSignInAt: at('last_sign_in_at'),
  },
  (t) => [uniqueIndex('users_email').on(t.email)],
);

/** One browser that is signed in; gone when it signs out. A token without its row here is worth nothing. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** the account's when it signed in: the session is over once that was raised */
    sessionVersion: integer('session_version').notNull(),
    createdDate: at('created_date').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('sessions_user').on(t.userId), index('sessions_expires').on(t.expiresAt)],
);

export const userIdentities = pgTable(
  'user_identities',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
  },
  (t) => [
    uniqueIndex('user_identities_account').on(t.provider, t.providerAccountId),
    index('user_identities_user').on(t.userId),
  ],
);
