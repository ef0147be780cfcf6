import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** Tags of whatever has an ARN of `arn:aws:apigateway:{region}::/...`; they go with what they are of. */
export const tags = pgTable(
  'tags',
  {
    resourceArn: text('resource_arn').notNull(),
    key: text('key').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.resourceArn, t.key] })],
);
