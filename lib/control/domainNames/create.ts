import { domainNames } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type DomainNameInput, type DomainNameSettings, domainNameInput } from '@/lib/model/domainName';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { parse } from '../parse';
import { toDomainName } from './findDomainName';

export const createDomainName = write(
  { name: 'CreateDomainName', permission: 'editor' },
  async (call, input: DomainNameInput) => {
    const { domainName, certificateBody, mutualTlsAuthentication, policy, ...settings } = parse(
      domainNameInput,
      input,
    );
    const targetId = await freshId(call.db, domainNames, domainNames.targetId, 10);
    const certificateUploadDate = certificatesOf(settings) === '' ? null : call.now;
    const [row] = await call.db
      .insert(domainNames)
      .values({ domainName, targetId, settings, certificateUploadDate, createdDate: call.now })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw new ControlError('ConflictException', 'The domain name you provided already exists.', [
        { field: 'domainName', message: 'The domain name you provided already exists.' },
      ]);
    call.audit(domainName);
    call.publish();
    return toDomainName(row, call.ports.config);
  },
);

/** '' where none is named; another text once one of them is another. */
export function certificatesOf(settings: DomainNameSettings): string {
  const { certificateArn, certificateName, regionalCertificateArn, regionalCertificateName } = settings;
  return [certificateArn, certificateName, regionalCertificateArn, regionalCertificateName]
    .filter((text) => text !== undefined)
    .join('\n');
}
