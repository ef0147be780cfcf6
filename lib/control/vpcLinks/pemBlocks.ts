/** Texts of PEM (RFC 7468): blocks with a label; what stands between them is a comment. */
const block = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;

export interface PemBlock {
  /** e.g. CERTIFICATE */
  label: string;
  text: string;
}

export function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(block)].map(([whole, label = '']) => ({ label, text: whole }));
}
