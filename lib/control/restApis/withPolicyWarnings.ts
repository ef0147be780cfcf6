import type { ImportResult } from '@/lib/openapi';
import { addWarnings } from './addWarnings';

const ofApi = /^arn:aws[\w-]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)(?:\/|$)/;

/**
 * The document with a warning where its resource policy speaks of other APIs, as the exported policy of another one
 * does: AWS takes it as it is, and then every call is refused.
 * @param restApiId absent: of an API that is yet to be made
 */
export function withPolicyWarnings(imported: ImportResult, restApiId: string | undefined): ImportResult {
  const others = [...apisOf(imported.definition.policy)].filter((id) => id !== restApiId);
  return addWarnings(
    imported,
    others.map((id) => ({
      subject: 'policy',
      message: `The resource policy speaks of the API ${id}, not of this one: write execute-api:/stage/VERB/path for the API that has the policy.`,
    })),
  );
}

/** Ids of the APIs that statements name; none for a policy that cannot be read, which is refused elsewhere. */
function apisOf(policy = '{}'): Set<string> {
  const ids = new Set<string>();
  JSON.parse(policy, (key, value: unknown) => {
    if (key === 'Resource' || key === 'NotResource')
      for (const resource of [value].flat()) {
        const id = typeof resource === 'string' ? ofApi.exec(resource)?.[1] : undefined;
        if (id) ids.add(id);
      }
    return value;
  });
  return ids;
}
