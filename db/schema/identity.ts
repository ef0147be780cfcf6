import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from './columns';

export const iamUsers = pgTable('iam_users', {
  userName: text('user_name').primaryKey(),
  userId: text('user_id').notNull().unique(),
  createdDate: at('created_date').notNull(),
  /** name -> JSON text */
  inlinePolicies: jsonb('inline_policies').$type<Record<string, string>>().notNull(),
});

export const accessKeys = pgTable('access_keys', {
  accessKeyId: text('access_key_id').primaryKey(),
  userName: text('user_name')
    .notNull()
    .references(() => iamUsers.userName, { onDelete: 'cascade' }),
  status: text('status').$type<'Active' | 'Inactive'>().notNull(),
  /** encrypted: a signature is checked with the secret itself */
  secretSealed: text('secret_sealed').notNull(),
  createdDate: at('created_date').notNull(),
  lastUsedAt: at('last_used_at'),
});

export const managedPolicies = pgTable('managed_policies', {
  policyName: text('policy_name').primaryKey(),
  document: text('document').notNull(),
  description: text('description'),
  createdDate: at('created_date').notNull(),
});

export const attachedPolicies = pgTable(
  'attached_policies',
  {
    userName: text('user_name')
      .notNull()
      .references(() => iamUsers.userName, { onDelete: 'cascade' }),
    /** of `managed_policies`, or one of AWS's own, which the product has built in and no table holds */
    policyName: text('policy_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userName, t.policyName] })],
);

/** What AssumeRole gives temporary credentials of. */
export const iamRoles = pgTable('iam_roles', {
  roleName: text('role_name').primaryKey(),
  roleId: text('role_id').notNull().unique(),
  /** `/`, or `/service-role/` and the like */
  path: text('path').notNull(),
  description: text('description'),
  /** JSON text: who may assume it */
  assumeRolePolicyDocument: text('assume_role_policy_document').notNull(),
  /** seconds */
  maxSessionDuration: integer('max_session_duration').notNull(),
  createdDate: at('created_date').notNull(),
  /** name -> JSON text */
  inlinePolicies: jsonb('inline_policies').$type<Record<string, string>>().notNull(),
});

export const attachedRolePolicies = pgTable(
  'attached_role_policies',
  {
    roleName: text('role_name')
      .notNull()
      .references(() => iamRoles.roleName, { onDelete: 'cascade' }),
    /** as in `attached_policies` */
    policyName: text('policy_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roleName, t.policyName] })],
);
