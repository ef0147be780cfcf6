import type { FunctionSummary } from '@/lib/model/function';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** A place that names the function, with the way to it. */
export interface FunctionUse {
  apiName: string;
  /** absent: an authorizer */
  httpMethod?: string;
  /** path, or the authorizer's name */
  name: string;
  href: string;
}

/** The places of `usedBy` (`GET /pets`, `Authorizer check`) with their names and addresses. */
export async function readFunctionUses(
  actor: Actor,
  usedBy: FunctionSummary['usedBy'],
): Promise<FunctionUse[]> {
  const apiIds = [...new Set(usedBy.map(({ restApiId }) => restApiId))];
  const perApi = await Promise.all(
    apiIds.map(async (restApiId) => {
      const places = usedBy.filter((use) => use.restApiId === restApiId).map(({ place }) => place);
      return usesOf(actor, restApiId, places);
    }),
  );
  return perApi.flat();
}

async function usesOf(actor: Actor, restApiId: string, places: string[]): Promise<FunctionUse[]> {
  const { restApis, resources, authorizers } = control();
  const [api, tree, checks] = await Promise.all([
    restApis.get(actor, restApiId),
    resources.list(actor, restApiId),
    authorizers.list(actor, restApiId),
  ]);
  const base = `/console/apis/${restApiId}`;
  return places.map((place) => {
    const [first = '', ...rest] = place.split(' ');
    const name = rest.join(' ');
    const apiName = api.name;
    if (first === 'Authorizer') {
      const id = checks.find((check) => check.name === name)?.id;
      return { apiName, name, href: `${base}/authorizers${id ? `/${id}` : ''}` };
    }
    const resource = tree.find(({ path }) => path === name)?.id ?? '';
    const search = new URLSearchParams({ resource, method: first });
    return { apiName, httpMethod: first, name, href: `${base}/resources?${search}` };
  });
}
