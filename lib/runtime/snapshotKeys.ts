import type { Snapshot } from '@gatehouse/gateway/snapshot';
import type { Secrets } from '@/lib/control/ports';

/** Private keys are encrypted wherever they lie on disk: in the database, and in the snapshot beside it. */
export const sealKeys = <Document extends Snapshot>(snapshot: Document, secrets: Pick<Secrets, 'encrypt'>) =>
  withKeys(snapshot, secrets.encrypt);

/** @throws when they were sealed under another master key */
export const openKeys = <Document extends Snapshot>(snapshot: Document, secrets: Pick<Secrets, 'decrypt'>) =>
  withKeys(snapshot, secrets.decrypt);

function withKeys<Document extends Snapshot>(snapshot: Document, change: (key: string) => string): Document {
  const { clientCertificates, vpcLinks } = snapshot;
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
  };
}
