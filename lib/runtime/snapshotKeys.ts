import type { ServicesDocument, Snapshot } from '@gatehouse/gateway/snapshot';
import type { Secrets } from '@/lib/control/ports';

/**
 * What must stay secret is encrypted wherever it lies on disk, in the database and in the snapshot beside it: private
 * keys, secrets of access keys, and the credentials that sign calls of services.
 */
export const sealKeys = <Document extends Snapshot>(snapshot: Document, secrets: Pick<Secrets, 'encrypt'>) =>
  withKeys(snapshot, secrets.encrypt);

/** @throws when they were sealed under another master key */
export const openKeys = <Document extends Snapshot>(snapshot: Document, secrets: Pick<Secrets, 'decrypt'>) =>
  withKeys(snapshot, secrets.decrypt);

function withKeys<Document extends Snapshot>(snapshot: Document, change: (key: string) => string): Document {
  const { clientCertificates, vpcLinks, accessKeys, services } = snapshot;
  return {
    ...snapshot,
    ...(clientCertificates && {
      clientCertificates: clientCertificates.map((one) => ({ ...one, privateKey: change(one.privateKey) })),
    }),
    ...(vpcLinks && {
      vpcLinks: vpcLinks.map((link) =>
        link.privateKey === undefined ? link : { ...link, privateKey: change(link.privateKey) },
      ),
    }),
    ...(accessKeys && {
      accessKeys: accessKeys.map((one) => ({ ...one, secretAccessKey: change(one.secretAccessKey) })),
    }),
    ...(services && { services: withCredentials(services, change) }),
  };
}

function withCredentials(services: ServicesDocument, change: (key: string) => string): ServicesDocument {
  const { credentials } = services;
  if (!credentials) return services;
  const { secretAccessKey, sessionToken } = credentials;
  return {
    ...services,
    credentials: {
      ...credentials,
      secretAccessKey: change(secretAccessKey),
      ...(sessionToken !== undefined && { sessionToken: change(sessionToken) }),
    },
  };
}
