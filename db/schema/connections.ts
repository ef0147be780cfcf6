import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { VpcLinkHealthCheck, VpcLinkNetwork } from '@/lib/model/vpcLink';
import { at } from './columns';

export const clientCertificates = pgTable('client_certificates', {
  clientCertificateId: text('client_certificate_id').primaryKey(),
  description: text('description'),
  pemEncodedCertificate: text('pem_encoded_certificate').notNull(),
  /** encrypted PEM; leaves the server only towards the engine */
  privateKeySealed: text('private_key_sealed').notNull(),
  createdDate: at('created_date').notNull(),
  expirationDate: at('expiration_date').notNull(),
});

export const vpcLinks = pgTable('vpc_links', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  description: text('description'),
  targets: jsonb('targets').$type<string[]>().notNull(),
  /** of a link that apigatewayv2 made */
  network: jsonb('network').$type<VpcLinkNetwork>(),
  healthCheck: jsonb('health_check').$type<VpcLinkHealthCheck>(),
  caCertificate: text('ca_certificate'),
  certificate: text('certificate'),
  privateKeySealed: text('private_key_sealed'),
  createdDate: at('created_date').notNull(),
});
