import { boolean, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { apps } from './apps';
import { at } from './columns';

export const apiKeys = pgTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    description: text('description'),
    enabled: boolean('enabled').notNull(),
    /** AWS Marketplace's name of who has the key */
    customerId: text('customer_id'),
    labels: jsonb('labels').$type<string[]>().notNull().default([]),
    /** `apiId/stage`, from before there were usage plans */
    stageKeys: jsonb('stage_keys').$type<string[]>().notNull().default([]),
    /** keyed hash; the only way to find a key by its value */
    valueHash: text('value_hash').notNull(),
    /** encrypted value, shown only where asked for */
    valueSealed: text('value_sealed').notNull(),
    hint: text('hint').notNull(),
    createdDate: at('created_date').notNull(),
    lastUpdatedDate: at('last_updated_date').notNull(),
    expiresAt: at('expires_at'),
    lastUsedAt: at('last_used_at'),
    appId: text('app_id').references(() => apps.id, { onDelete: 'cascade' }),
  },
  (t) => [
    uniqueIndex('api_keys_value').on(t.valueHash),
    index('api_keys_app').on(t.appId),
    // A page of a million keys, newest first.
    index('api_keys_created').on(t.createdDate, t.id),
  ],
);
