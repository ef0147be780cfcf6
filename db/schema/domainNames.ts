import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DomainNameSettings } from '@/lib/model/domainName';
import { at } from './columns';
import { restApis } from './restApis';

export const domainNames = pgTable('domain_names', {
  /** lower case; may begin with `*.` */
  domainName: text('domain_name').primaryKey(),
  /** of the name that its CNAME record is to point to */
  targetId: text('target_id').notNull(),
  settings: jsonb('settings').$type<DomainNameSettings>().notNull(),
  /** null: it names no certificate */
  certificateUploadDate: at('certificate_upload_date'),
  createdDate: at('created_date').notNull(),
});

export const basePathMappings = pgTable(
  'base_path_mappings',
  {
    domainName: text('domain_name')
      .notNull()
      .references(() => domainNames.domainName, { onDelete: 'cascade' }),
    /** '': what AWS calls (none) */
    basePath: text('base_path').notNull(),
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id),
    /** '': the path's next part names the stage */
    stage: text('stage').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainName, t.basePath] }),
    index('base_path_mappings_api').on(t.restApiId, t.stage),
  ],
);
