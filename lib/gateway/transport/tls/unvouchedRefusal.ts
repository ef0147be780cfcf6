import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { checkServerIdentity, type DetailedPeerCertificate, TLSSocket } from 'node:tls';

/**
 * What is still asked of a backend whose authority need not be known: "If enabled, API Gateway still performs basic
 * certificate validation, which includes checking the certificate's expiration date, hostname, and presence of a
 * root certificate authority" (https://docs.aws.amazon.com/apigateway/latest/api/API_TlsConfig.html).
 * @param name that the certificate must have: a host name or an address
 * @returns why the connection must not be used
 */
export function unvouchedRefusal(socket: Socket, name: string): Error | undefined {
  if (!(socket instanceof TLSSocket) || socket.authorized) return undefined;
  const leaf = socket.getPeerCertificate(true);
  if (!leaf.raw) return new Error('the backend shows no certificate');
  const chain = chainOf(leaf);
  const now = Date.now();
  if (!chain.every((certificate) => isInForce(certificate, now)))
    return new Error("the backend's certificate, or one above it, is expired or not yet valid");
  if (!chain.some(isRoot)) return new Error("the backend's certificate comes without its root authority");
  return checkServerIdentity(name, leaf);
}

/** From the backend's own upwards, as far as it sent them. */
function chainOf(leaf: DetailedPeerCertificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  let certificate: DetailedPeerCertificate | undefined = leaf;
  while (certificate?.raw && !seen.has(certificate.fingerprint256)) {
    seen.add(certificate.fingerprint256);
    chain.push(new X509Certificate(certificate.raw));
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

function isInForce({ validFrom, validTo }: X509Certificate, now: number): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}

function isRoot(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);
}
