import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PoolUser, ResourceServer, UserPool, UserPoolClient } from '@/lib/model/userPool';
import { at } from './columns';

export const userPools = pgTable('user_pools', {
  id: text('id').primaryKey(),
  settings: jsonb('settings')
    .$type<Omit<UserPool, 'id' | 'arn' | 'issuer' | 'createdDate' | 'userCount'>>()
    .notNull(),
  /** encrypted JWKS with private keys, newest first: the first signs, all verify */
  keysSealed: text('keys_sealed').notNull(),
  resourceServers: jsonb('resource_servers').$type<ResourceServer[]>().notNull(),
  groups: jsonb('groups').$type<string[]>().notNull(),
  createdDate: at('created_date').notNull(),
});

export const userPoolClients = pgTable(
  'user_pool_clients',
  {
    clientId: text('client_id').primaryKey(),
    userPoolId: text('user_pool_id')
      .notNull()
      .references(() => userPools.id, { onDelete: 'cascade' }),
    settings: jsonb('settings').$type<Omit<UserPoolClient, 'clientId' | 'createdDate'>>().notNull(),
    /** null: a public client */
    secretSealed: text('secret_sealed'),
    createdDate: at('created_date').notNull(),
  },
  (t) => [index('user_pool_clients_pool').on(t.userPoolId)],
);

export const poolUsers = pgTable(
  'pool_users',
  {
    id: text('id').primaryKey(),
    userPoolId: text('user_pool_id')
      .notNull()
      .references(() => userPools.id, { onDelete: 'cascade' }),
    username: text('username').notNull(),
    email: text('email').notNull(),
    passwordHash: text('password_hash'),
    status: text('status').$type<PoolUser['status']>().notNull(),
    enabled: boolean('enabled').notNull(),
    attributes: jsonb('attributes').$type<Record<string, string>>().notNull(),
    groups: jsonb('groups').$type<string[]>().notNull(),
    createdDate: at('created_date').notNull(),
  },
  (t) => [uniqueIndex('pool_users_name').on(t.userPoolId, t.username)],
);

/** What oidc-provider keeps: sessions, codes, grants, tokens. Expired rows are swept. */
export const oidcRecords = pgTable(
  'oidc_records',
  {
    userPoolId: text('user_pool_id')
      .notNull()
      .references(() => userPools.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    grantId: text('grant_id'),
    uid: text('uid'),
    userCode: text('user_code'),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    expiresAt: at('expires_at'),
    consumedAt: at('consumed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userPoolId, t.kind, t.id] }),
    index('oidc_records_grant').on(t.grantId),
    index('oidc_records_uid').on(t.uid),
    index('oidc_records_expiry').on(t.expiresAt),
  ],
);
