import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

const DAY = 86_400_000;

/** APIs that the developer's keys called within a year: what the API filter offers. Several stages are one API. */
export async function usedApis(actor: Actor): Promise<{ restApiId: string; name: string }[]> {
  const now = Date.now();
  const { byApi } = await control().portal.usage(actor, { range: { from: now - 365 * DAY, to: now } });
  const names = new Map<string, string[]>();
  for (const { key, label } of byApi) {
    const [restApiId = ''] = key.split('/');
    names.set(restApiId, [...(names.get(restApiId) ?? []), label]);
  }
  return [...names].map(([restApiId, labels]) => ({ restApiId, name: labels.join(', ') }));
}
