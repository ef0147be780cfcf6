import { type ConnectionOptions, createSecureContext, type SecureContext } from 'node:tls';
import { BackendFailure } from '../BackendCall';
import type { BackendTls } from '../BackendRoute';

/** What connections of one kind have in common: one object for each kind, so that connections are told apart by it. */
export interface TlsProfile {
  readonly insecure: boolean;
  /** for undici's connector and tls.connect */
  readonly options: ConnectionOptions & { maxCachedSessions?: number };
  /** its certificates are no longer in the configuration: its connections end with the call they serve */
  readonly retired: boolean;
}

interface Kept extends TlsProfile {
  tls: BackendTls;
  retired: boolean;
}

/** The kinds of TLS connections that were asked for; contexts are costly, so integrations share them. */
export class TlsProfiles {
  private readonly profiles = new Map<string, Kept>();

  /** @throws BackendFailure `misconfigured` for a certificate or key that cannot be read */
  of(tls: BackendTls): TlsProfile {
    const known = this.profiles.get(tls.key);
    if (known) return known;
    const made: Kept = { tls, ...profile(tls), retired: false };
    this.profiles.set(tls.key, made);
    return made;
  }

  /** @param current PEM texts, certificates of our own and authorities, that the configuration still holds */
  retireAllBut(current: ReadonlySet<string>): void {
    for (const [key, kept] of this.profiles) {
      const { certificate, caCertificate } = kept.tls;
      if ([certificate, caCertificate].every((pem) => pem === undefined || current.has(pem))) continue;
      kept.retired = true;
      this.profiles.delete(key);
    }
  }
}

function profile(tls: BackendTls): Omit<TlsProfile, 'retired'> {
  const { insecureSkipVerification: insecure } = tls;
  const options = { secureContext: contextOf(tls) };
  if (!insecure) return { insecure, options };
  // A resumed session shows no certificate chain, so none is resumed where the chain is ours to look at.
  return { insecure, options: { ...options, rejectUnauthorized: false, maxCachedSessions: 0 } };
}

function contextOf({ certificate, privateKey, caCertificate }: BackendTls): SecureContext {
  try {
    return createSecureContext({
      minVersion: 'TLSv1.2',
      ...(certificate !== undefined && { cert: certificate, key: privateKey }),
      ...(caCertificate !== undefined && { ca: caCertificate }),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackendFailure('misconfigured', `a certificate cannot be used: ${reason}`);
  }
}
