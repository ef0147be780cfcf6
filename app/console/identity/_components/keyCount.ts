import type { AccessKey } from '@/lib/model/identity';

/** `2 active`, `1 active, 1 inactive`, `None` */
export function keyCount(keys: readonly Pick<AccessKey, 'status'>[]): string {
  const active = keys.filter(({ status }) => status === 'Active').length;
  const inactive = keys.length - active;
  const parts = [active > 0 && `${active} active`, inactive > 0 && `${inactive} inactive`];
  return parts.filter(Boolean).join(', ') || 'None';
}
