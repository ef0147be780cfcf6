import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { FieldError } from '@/lib/model/ControlError';
import { badRequest } from '../parse';
import { pemBlocks } from './pemBlocks';

/** PEM texts of a link, as they are kept: certificates without what stood around them. */
export interface LinkTls {
  caCertificate: string | null;
  certificate: string | null;
  privateKey: string | null;
}

/**
 * What a link has for TLS, when it holds together.
 * @throws ControlError BadRequestException: not PEM, not certificates, a locked key, a key of another certificate
 */
export function checkTls(given: LinkTls): LinkTls {
  const wrong: FieldError[] = [];
  const caCertificate = certificates('caCertificate', given.caCertificate, wrong);
  const certificate = certificates('certificate', given.certificate, wrong);
  const key = given.privateKey === null ? null : openKey(given.privateKey, wrong);
  const [leaf] = certificate ?? [];
  if (given.certificate !== null && given.privateKey === null)
    wrong.push({ field: 'privateKey', message: 'A certificate needs its private key' });
  if (given.privateKey !== null && given.certificate === null)
    wrong.push({ field: 'certificate', message: 'A private key needs its certificate' });
  if (leaf && key && !leaf.checkPrivateKey(key))
    wrong.push({ field: 'privateKey', message: 'This is the key of another certificate' });
  if (wrong.length > 0) throw badRequest(...wrong);
  return {
    caCertificate: caCertificate && textOf(caCertificate),
    certificate: certificate && textOf(certificate),
    privateKey: key && String(key.export({ type: 'pkcs8', format: 'pem' })),
  };
}

const textOf = (some: X509Certificate[]) => some.map((each) => each.toString()).join('');

function certificates(field: string, text: string | null, wrong: FieldError[]): X509Certificate[] | null {
  if (text === null) return null;
  const blocks = pemBlocks(text);
  // It is shown to every viewer: a key that was pasted along must not be kept here.
  if (blocks.some(({ label }) => label !== 'CERTIFICATE'))
    wrong.push({ field, message: 'Only certificates belong here' });
  else if (blocks.length === 0)
    wrong.push({ field, message: 'Use PEM: it begins with -----BEGIN CERTIFICATE-----' });
  else
    try {
      return blocks.map((block) => new X509Certificate(block.text));
    } catch {
      wrong.push({ field, message: 'This certificate cannot be read' });
    }
  return null;
}

function openKey(text: string, wrong: FieldError[]): KeyObject | null {
  try {
    return createPrivateKey(text);
  } catch {
    // What the library says of it may quote the key.
    const message = /ENCRYPTED/.test(text)
      ? 'The key is locked by a passphrase: unlock it first'
      : 'This private key cannot be read: use PEM';
    wrong.push({ field: 'privateKey', message });
    return null;
  }
}
