import { httpMethods } from '@/lib/model/httpMethod';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';

interface RowBase {
  /** resource id, or `{resource id} {verb}` */
  id: string;
  parentId?: string;
  depth: number;
  resource: Resource;
}
export type TreeRow =
  | (RowBase & { kind: 'resource'; foldable: boolean; folded: boolean })
  | (RowBase & { kind: 'method'; method: Method });

export const methodRowId = (resourceId: string, httpMethod: string) => `${resourceId} ${httpMethod}`;

/** A resource's methods in AWS's order of verbs. */
export function methodsOf(resource: Resource): Method[] {
  return httpMethods.flatMap((verb) => resource.resourceMethods[verb] ?? []);
}

/**
 * The tree as the lines that are seen: methods below their resource, then its children.
 * A filter unfolds all and keeps what matches, with the way to it.
 */
export function treeRows(
  resources: readonly Resource[],
  folded: ReadonlySet<string>,
  filter: string,
): TreeRow[] {
  const children = byParent(resources);
  const wanted = filter.trim().toLowerCase();

  const below = (resource: Resource, depth: number): TreeRow[] => {
    const methods = methodsOf(resource)
      .filter((method) => matches(resource, method, wanted))
      .map((method) => methodRow(resource, method, depth + 1));
    const nested = (children.get(resource.id) ?? []).flatMap((child) => rowsOf(child, depth + 1));
    return [...methods, ...nested];
  };
  const rowsOf = (resource: Resource, depth: number): TreeRow[] => {
    const isFolded = wanted === '' && folded.has(resource.id);
    const rest = below(resource, depth);
    if (wanted !== '' && rest.length === 0 && !resource.path.toLowerCase().includes(wanted)) return [];
    const row: TreeRow = {
      kind: 'resource',
      id: resource.id,
      parentId: resource.parentId,
      depth,
      resource,
      foldable: rest.length > 0,
      folded: isFolded,
    };
    return isFolded ? [row] : [row, ...rest];
  };
  return (children.get('') ?? []).flatMap((root) => rowsOf(root, 0));
}

function byParent(resources: readonly Resource[]): Map<string, Resource[]> {
  const children = new Map<string, Resource[]>();
  for (const resource of resources) {
    const parent = resource.parentId ?? '';
    const siblings = children.get(parent);
    if (siblings) siblings.push(resource);
    else children.set(parent, [resource]);
  }
  return children;
}

function methodRow(resource: Resource, method: Method, depth: number): TreeRow {
  const id = methodRowId(resource.id, method.httpMethod);
  return { kind: 'method', id, parentId: resource.id, depth, resource, method };
}

function matches(resource: Resource, { httpMethod, operationName = '' }: Method, wanted: string): boolean {
  return `${httpMethod} ${resource.path} ${operationName}`.toLowerCase().includes(wanted);
}

/** What stays folded when the row `id` is to be seen: all but what is above it. */
export function unfoldedTo(
  resources: readonly Resource[],
  folded: ReadonlySet<string>,
  id: string,
): ReadonlySet<string> {
  const [resourceId, httpMethod] = id.split(' ');
  const target = resources.find((resource) => resource.id === resourceId);
  if (!target || folded.size === 0) return folded;
  const hides = ({ id, path }: Resource) =>
    id === target.id ? httpMethod !== undefined : path === '/' || target.path.startsWith(`${path}/`);
  const open = new Set(resources.filter((each) => folded.has(each.id) && hides(each)).map((each) => each.id));
  return open.size === 0 ? folded : new Set([...folded].filter((each) => !open.has(each)));
}
