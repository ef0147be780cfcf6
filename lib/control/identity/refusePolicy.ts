import { compilePolicy, MalformedPolicy } from '@gatehouse/gateway/identity';
import { z } from 'zod';
import type { FieldError } from '@/lib/model/ControlError';
import { policyDocument } from '@/lib/model/identity';
import { jsonPlace } from '@/lib/model/jsonPlace';
import { badRequest, parse } from '../parse';

const holder = z.object({ document: policyDocument });

/**
 * Checks a policy of users: by the engine's own compiler, and that its resources are ARNs.
 * @throws ControlError BadRequestException for the field `document`, with the line at fault
 */
export function refusePolicy(document: string): void {
  parse(holder, { document });
  try {
    compilePolicy(document, { kind: 'identity' });
    refuseResources(document);
  } catch (error) {
    if (!(error instanceof MalformedPolicy)) throw error;
    throw badRequest(fieldError(document, error));
  }
}

function fieldError(document: string, { path, message }: MalformedPolicy): FieldError {
  const line = jsonPlace(document, path)?.from;
  return { field: 'document', message, ...(line !== undefined && { line }) };
}

const arnOrAll = /^(\*|arn:[^:]+:[^:]+:[^:]*:[^:]*:.+)$/s;
const statements = z.object({ Statement: z.union([z.array(z.unknown()), z.unknown()]) });
const resources = z.object({ Resource: z.unknown(), NotResource: z.unknown() }).partial();

/**
 * The engine takes any text, for what an authorizer returns; IAM itself takes ARNs alone
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
 * @throws MalformedPolicy
 */
function refuseResources(document: string): void {
  const all = [statements.parse(JSON.parse(document)).Statement].flat();
  for (const [index, statement] of all.entries())
    for (const [member, value] of Object.entries(resources.parse(statement)))
      for (const resource of [value].flat())
        if (!arnOrAll.test(String(resource)))
          throw new MalformedPolicy(
            `Statement[${index}].${member}`,
            `Resource ${String(resource)} must be in ARN format or "*".`,
          );
}
