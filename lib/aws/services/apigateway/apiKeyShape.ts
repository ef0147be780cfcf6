import type { ApiKey } from '@/lib/model/apiKey';
import { optional } from './methodShape';

/** AWS's ApiKey; the value only where it was asked for. */
export function apiKeyShape(key: ApiKey) {
  return {
    id: key.id,
    ...optional({ value: key.value }),
    ...optional({ name: key.name || undefined, customerId: key.customerId, description: key.description }),
    enabled: key.enabled,
    createdDate: Math.floor(key.createdDate / 1000),
    lastUpdatedDate: Math.floor(key.lastUpdatedDate / 1000),
    stageKeys: key.stageKeys ?? [],
  };
}
