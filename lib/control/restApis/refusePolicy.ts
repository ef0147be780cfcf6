import { compilePolicy, MalformedPolicy } from '@gatehouse/gateway/identity';
import type { FieldError } from '@/lib/model/ControlError';

/** What is wrong with a resource policy, with the place in it; nothing for an API without one. */
export function refusePolicy(policy: string | undefined): FieldError[] {
  if (policy === undefined) return [];
  try {
    compilePolicy(policy, { kind: 'resource', expandResource: (resource) => resource });
    return [];
  } catch (error) {
    if (!(error instanceof MalformedPolicy)) throw error;
    return [{ field: 'policy', message: `Invalid policy document. ${error.message}` }];
  }
}
