import { type VpcLinkInput, vpcLinkInput } from '@/lib/model/vpcLink';
import { parse } from '../parse';
import type { Secrets } from '../ports';
import { checkTls } from './checkTls';
import type { VpcLinkRow } from './findVpcLink';

type Members = Omit<VpcLinkRow, 'id' | 'createdDate'>;

/**
 * What a link is written with. Targets are any host and port here: whether the gateway may speak to one, the egress
 * guard of the engine decides on the address at every connect, for names move (reference/reliability B12).
 * @param before the link that is updated: its key stays where the input brings none and keeps a certificate
 * @throws ControlError BadRequestException
 */
export function linkMembers(secrets: Secrets, input: VpcLinkInput, before: VpcLinkRow | null): Members {
  const members = parse(vpcLinkInput, input);
  const certificate = given(members.certificate);
  const kept = certificate !== null && before?.privateKeySealed ? before.privateKeySealed : null;
  const privateKey = given(members.privateKey) ?? (kept === null ? null : secrets.decrypt(kept));
  const tls = checkTls({ caCertificate: given(members.caCertificate), certificate, privateKey });
  return {
    name: members.name,
    description: members.description ?? null,
    targets: members.targets,
    network: members.network ?? before?.network ?? null,
    healthCheck: members.healthCheck ?? null,
    caCertificate: tls.caCertificate,
    certificate: tls.certificate,
    privateKeySealed: tls.privateKey === null ? null : secrets.encrypt(tls.privateKey),
  };
}

/** Forms send what is left empty as a text of no letters. */
const given = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text);
