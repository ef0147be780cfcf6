import { customType, index, integer, jsonb, pgTable, primaryKey, serial, text } from 'drizzle-orm/pg-core';
import type { FunctionConfiguration, StoredPermission } from '@/lib/model/function';
import { at } from './columns';

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => value,
  fromDriver: (value) => Buffer.from(value),
});

/** Zips by what they hold: versions that share their code share its row. */
export const functionCode = pgTable('function_code', {
  /** base64 */
  sha256: text('sha256').primaryKey(),
});

/** A zip in pieces of at most 256 KB: 50 MB as one value take the embedded database a gigabyte of memory. */
export const functionCodeParts = pgTable(
  'function_code_parts',
  {
    sha256: text('sha256')
      .notNull()
      .references(() => functionCode.sha256, { onDelete: 'cascade' }),
    /** from 0 */
    part: integer('part').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sha256, t.part] })],
);

export const functions = pgTable('functions', {
  functionName: text('function_name').primaryKey(),
  createdDate: at('created_date').notNull(),
  /** the number that the next published version gets */
  nextVersion: integer('next_version').notNull().default(1),
  /** key -> value */
  tags: jsonb('tags').$type<Record<string, string>>().notNull().default({}),
});

/** Statements of a function's resource policy, each version's and alias's for itself. */
export const functionPermissions = pgTable(
  'function_permissions',
  {
    functionName: text('function_name')
      .notNull()
      .references(() => functions.functionName, { onDelete: 'cascade' }),
    /** version or alias; '': the function as such */
    qualifier: text('qualifier').notNull(),
    statementId: text('statement_id').notNull(),
    statement: jsonb('statement').$type<StoredPermission>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.functionName, t.qualifier, t.statementId] })],
);

/** `$LATEST` changes, numbers never do. */
export const functionVersions = pgTable(
  'function_versions',
  {
    functionName: text('function_name')
      .notNull()
      .references(() => functions.functionName, { onDelete: 'cascade' }),
    version: text('version').notNull(),
    /** encrypted JSON of the configuration: environment variables hold secrets */
    configurationSealed: text('configuration_sealed').notNull(),
    runtime: text('runtime').$type<FunctionConfiguration['runtime']>().notNull(),
    codeSha256: text('code_sha256')
      .notNull()
      .references(() => functionCode.sha256),
    codeSize: integer('code_size').notNull(),
    /** null: a zip of several files */
    inlineCode: text('inline_code'),
    lastModified: at('last_modified').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.functionName, t.version] }),
    index('function_versions_code').on(t.codeSha256),
  ],
);

export const functionAliases = pgTable(
  'function_aliases',
  {
    functionName: text('function_name')
      .notNull()
      .references(() => functions.functionName, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    functionVersion: text('function_version').notNull(),
    description: text('description'),
  },
  (t) => [primaryKey({ columns: [t.functionName, t.name] })],
);

/** Written in batches by the function host; expires by the retention setting. */
export const functionLogs = pgTable(
  'function_logs',
  {
    id: serial('id').primaryKey(),
    functionName: text('function_name').notNull(),
    version: text('version').notNull(),
    requestId: text('request_id').notNull(),
    time: at('time').notNull(),
    /** lines of one invocation, in order */
    lines: jsonb('lines').$type<{ time: number; message: string }[]>().notNull(),
  },
  (t) => [index('function_logs_function').on(t.functionName, t.time)],
);
