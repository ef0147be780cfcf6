import { index, json, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type {
  EndpointOverrides,
  PortalAuthorization,
  PortalContent,
  PortalEndpointConfiguration,
  PortalSite,
} from '@/lib/model/portalSite';
import { at } from './columns';
import { portalProducts } from './portal';

/** Pages of Markdown that belong to a product. */
export const productPages = pgTable(
  'product_pages',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => portalProducts.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    body: text('body').notNull(),
    lastModified: at('last_modified').notNull(),
  },
  (t) => [index('product_pages_product').on(t.productId)],
);

/** Pages about one method of one stage; they outlive both, and say so. */
export const productRestEndpointPages = pgTable(
  'product_rest_endpoint_pages',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => portalProducts.id, { onDelete: 'cascade' }),
    restApiId: text('rest_api_id').notNull(),
    stageName: text('stage_name').notNull(),
    path: text('path').notNull(),
    method: text('method').notNull(),
    overrides: jsonb('overrides').$type<EndpointOverrides>(),
    tryItState: text('try_it_state').$type<'ENABLED' | 'DISABLED'>().notNull(),
    lastModified: at('last_modified').notNull(),
  },
  (t) => [
    uniqueIndex('product_rest_endpoint_pages_endpoint').on(
      t.productId,
      t.restApiId,
      t.stageName,
      t.path,
      t.method,
    ),
  ],
);

export const portals = pgTable(
  'portals',
  {
    id: text('id').primaryKey(),
    authorization: jsonb('authorization').$type<PortalAuthorization>().notNull(),
    endpointConfiguration: jsonb('endpoint_configuration').$type<PortalEndpointConfiguration>().notNull(),
    /** its own host name, in lower case: the look-up's copy of what the configuration says */
    domainName: text('domain_name'),
    portalContent: jsonb('portal_content').$type<PortalContent>().notNull(),
    portalProductIds: jsonb('portal_product_ids').$type<string[]>().notNull(),
    /** `data:` URL */
    logo: text('logo'),
    logoLastUploaded: at('logo_last_uploaded'),
    rumAppMonitorName: text('rum_app_monitor_name'),
    lastModified: at('last_modified').notNull(),
    /** what readers see; null: not on the web. json: members of schemas stay in their order */
    published: json('published').$type<PortalSite>(),
    lastPublished: at('last_published'),
    lastPublishedDescription: text('last_published_description'),
    preview: json('preview').$type<PortalSite>(),
    /** SHA-256 of the token in the preview's address, in hex */
    previewTokenHash: text('preview_token_hash'),
    /** encrypted: who may read the portal is told the address again */
    previewTokenSealed: text('preview_token_sealed'),
    previewExpiresAt: at('preview_expires_at'),
  },
  (t) => [uniqueIndex('portals_domain_name').on(t.domainName)],
);
