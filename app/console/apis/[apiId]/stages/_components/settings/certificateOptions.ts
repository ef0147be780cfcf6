import type { SelectOption } from '@/components/ui/Select';
import type { ClientCertificate } from '@/lib/model/clientCertificate';

/** None, then each certificate with the day it ends. One that is set stays visible, whatever the list says. */
export function certificateOptions(
  certificates: readonly ClientCertificate[],
  chosen: string,
): SelectOption[] {
  const options = certificates.map(({ clientCertificateId, description, expirationDate }) => ({
    value: clientCertificateId,
    label: [clientCertificateId, description, `ends ${new Date(expirationDate).toISOString().slice(0, 10)}`]
      .filter(Boolean)
      .join(' · '),
  }));
  const known = chosen === '' || options.some(({ value }) => value === chosen);
  return [{ value: '', label: 'None' }, ...options, ...(known ? [] : [{ value: chosen, label: chosen }])];
}
