import { eq } from 'drizzle-orm';
import { restApis } from '@/db/schema';
import { type RestApiUpdate, restApiUpdate } from '@/lib/model/restApi';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import type { ControlConfig } from '../ports';
import { expandPolicy, LONGEST_POLICY } from './expandPolicy';
import { lockRestApi } from './lockRestApi';
import { refusePolicy } from './refusePolicy';
import { summarizeOne } from './summarize';

/** Changes the members that are given; an empty description, version or policy is none. The engine sees it with the next deployment. */
export const updateRestApi = write(
  { name: 'UpdateRestApi', permission: 'editor' },
  async (call, restApiId: string, input: RestApiUpdate) => {
    const members = parse(restApiUpdate, input);
    await lockRestApi(call, restApiId);
    const policy = members.policy && savedPolicy(members.policy, restApiId, call.ports.config);
    if (Object.values(members).some((value) => value !== undefined))
      await call.db
        .update(restApis)
        .set(stored({ ...members, policy }))
        .where(eq(restApis.id, restApiId));
    call.audit(restApiId, { ...members, ...(policy !== undefined && { policy }) });
    return summarizeOne(call.db, restApiId);
  },
);

function stored({ description, version, policy, ...members }: RestApiUpdate) {
  return {
    ...members,
    description: orNull(description),
    version: orNull(version),
    policy: orNull(policy),
  };
}

/** @throws ControlError BadRequestException with the place in the policy */
function savedPolicy(policy: string, restApiId: string, config: ControlConfig): string {
  const wrong = refusePolicy(policy);
  if (wrong.length > 0) throw badRequest(...wrong);
  const expanded = expandPolicy(policy, restApiId, config);
  if (expanded.length <= LONGEST_POLICY) return expanded;
  const message = `With the API's ARN written out the policy has ${expanded.length} characters: at most 8,192 are allowed`;
  throw badRequest({ field: 'policy', message });
}

const orNull = (text: string | undefined) => (text === '' ? null : text);
