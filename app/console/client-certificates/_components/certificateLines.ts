import type { ClientCertificate } from '@/lib/model/clientCertificate';

/** A certificate as the table shows it. */
export interface CertificateLine extends ClientCertificate {
  expiry: 'valid' | 'soon' | 'expired';
  /** with the name of the stage's API */
  usedBy: { restApiId: string; stageName: string; apiName: string }[];
}

const DAY = 86_400_000;
/** Time enough to hand a new one to the backends. */
const soon = 30 * DAY;

/** @param now ms since the epoch */
export function certificateLines(
  certificates: readonly ClientCertificate[],
  apis: readonly { id: string; name: string }[],
  now: number,
): CertificateLine[] {
  const names = new Map(apis.map(({ id, name }) => [id, name]));
  return certificates.map((certificate) => ({
    ...certificate,
    expiry: expiryOf(certificate.expirationDate - now),
    usedBy: certificate.stages.map(({ restApiId, stageName }) => ({
      restApiId,
      stageName,
      apiName: names.get(restApiId) ?? restApiId,
    })),
  }));
}

function expiryOf(left: number): CertificateLine['expiry'] {
  if (left <= 0) return 'expired';
  return left <= soon ? 'soon' : 'valid';
}

/** How dialogs name a certificate. */
export const certificateTitle = ({ description, clientCertificateId }: ClientCertificate): string =>
  description || clientCertificateId;
