import type { FieldError } from '@/lib/model/ControlError';
import type { SettingsUpdate } from '@/lib/model/settings';
import type { Settings } from '../control';

/** An access key without its secret, or a secret without a key: neither signs anything. */
export function refuseServiceKey(before: Settings, update: SettingsUpdate): FieldError[] {
  const { serviceAccessKeyId: id = before.serviceAccessKeyId, serviceSecretAccessKey: secret } = update;
  const isOther = (id ?? '') !== '' && id !== before.serviceAccessKeyId;
  if (isOther && secret === undefined)
    return [{ field: 'serviceSecretAccessKey', message: 'Give the secret of this access key' }];
  if (secret !== undefined && !id)
    return [{ field: 'serviceAccessKeyId', message: 'Give the id of the access key that the secret is of' }];
  return [];
}
