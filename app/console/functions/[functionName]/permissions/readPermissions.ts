import { type ApiKind, type ApiPlace, apiHref } from '@/components/console/places';
import type { FunctionSummary } from '@/lib/model/function';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import type { PermissionRow } from '../_components/permissions/PermissionRow';
import { apiOfSource, sourceArnOf } from '../_components/permissions/permissionWords';

/** The statements of the function, then those of its aliases and versions, each with the API that it names. */
export async function readPermissions(
  actor: Actor,
  { functionName, aliases, versions }: FunctionSummary,
  apis: readonly ApiPlace[],
): Promise<PermissionRow[]> {
  const qualifiers = [undefined, ...aliases.map(({ name }) => name), ...versions];
  const all = await Promise.all(
    qualifiers.map(async (qualifier) => {
      const statements = await control().functions.permissions(actor, functionName, qualifier);
      return statements.map((statement) => ({ statement, ...(qualifier !== undefined && { qualifier }) }));
    }),
  );
  return all.flat().map((row) => {
    const named = apiOfSource(sourceArnOf(row.statement) ?? '')?.apiId;
    const api = apis.find(({ id }) => id === named);
    return { ...row, ...(api && { api: { name: api.name, href: apiHref(api) } }) };
  });
}

/** Every API by name. */
export async function readApiPlaces(actor: Actor): Promise<ApiPlace[]> {
  const { restApis, apis } = control();
  const [rest, others] = await Promise.all([restApis.list(actor), apis.list(actor)]);
  const kind: ApiKind = 'REST';
  return [
    ...rest.map(({ id, name }) => ({ id, name, kind })),
    ...others.map(({ apiId, name, protocolType }) => ({ id: apiId, name, kind: protocolType })),
  ].sort((one, other) => one.name.localeCompare(other.name));
}
