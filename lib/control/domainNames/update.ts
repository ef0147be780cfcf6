import { eq } from 'drizzle-orm';
import { domainNames } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import {
  type DomainNameSettings,
  type DomainNameSettingsInput,
  domainNameSettings,
} from '@/lib/model/domainName';
import { write } from '../operation';
import { parse } from '../parse';
import { certificatesOf } from './create';
import { lockDomainName, toDomainName } from './findDomainName';
import { refuseUnroutable } from './refuseUnroutable';

/** Replaces what may change of it. */
export const updateDomainName = write(
  { name: 'UpdateDomainName', permission: 'editor' },
  async (call, name: string, input: DomainNameSettingsInput) => {
    const settings = parse(domainNameSettings, input);
    const { domainName, settings: before, certificateUploadDate } = await lockDomainName(call, name);
    refuseMove(before, settings);
    const certificates = certificatesOf(settings);
    const changed = certificates === certificatesOf(before) ? certificateUploadDate : call.now;
    const [row] = await call.db
      .update(domainNames)
      .set({ settings, certificateUploadDate: certificates === '' ? null : changed })
      .where(eq(domainNames.domainName, domainName))
      .returning();
    if (!row) throw new ControlError('NotFoundException', 'Invalid domain name identifier specified');
    await refuseUnroutable(call, domainName);
    call.audit(domainName);
    if (settings.routingMode !== before.routingMode) call.publish();
    return toDomainName(row, call.ports.config);
  },
);

/** Strict access is told by the kind of endpoint (reference section 16). */
function refuseMove(before: DomainNameSettings, next: DomainNameSettings): void {
  const isStrict = before.endpointAccessMode === 'STRICT' && next.endpointAccessMode === 'STRICT';
  const types = (settings: DomainNameSettings) => settings.endpointConfiguration.types.join();
  if (!isStrict || types(before) === types(next)) return;
  throw new ControlError(
    'BadRequestException',
    'The endpoint type cannot change while the endpoint access mode is STRICT',
  );
}
