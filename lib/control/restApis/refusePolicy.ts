import { compilePolicy, MalformedPolicy } from '@gatehouse/gateway/identity';
import type { FieldError } from '@/lib/model/ControlError';
import { jsonPlace } from '@/lib/model/jsonPlace';
import { LONGEST_POLICY } from './expandPolicy';

/** What is wrong with a resource policy, with its place and line in it; nothing for an API without one. */
export function refusePolicy(policy: string | undefined): FieldError[] {
  if (policy === undefined) return [];
  if (policy.length > LONGEST_POLICY)
    return [{ field: 'policy', message: 'A resource policy is at most 8,192 characters' }];
  try {
    compilePolicy(policy, { kind: 'resource', expandResource: (resource) => resource });
    return [];
  } catch (error) {
    if (!(error instanceof MalformedPolicy)) throw error;
    const line = jsonPlace(policy, error.path)?.from;
    const message = `Invalid policy document. ${error.message}`;
    return [{ field: 'policy', message, ...(line !== undefined && { line }) }];
  }
}
