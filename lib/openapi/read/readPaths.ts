import type { HttpMethod } from '@/lib/model/httpMethod';
import type { SourceNode } from '../source/SourceNode';
import type { ImportContext } from './ImportContext';
import type { ResourceTree } from './ResourceTree';
import { readOperation } from './readOperation';

/** Members of a path item that are operations. `trace` is not a verb of a REST API. */
const verbs = new Map<string, HttpMethod>([
  ['get', 'GET'],
  ['put', 'PUT'],
  ['post', 'POST'],
  ['delete', 'DELETE'],
  ['patch', 'PATCH'],
  ['options', 'OPTIONS'],
  ['head', 'HEAD'],
  ['x-amazon-apigateway-any-method', 'ANY'],
]);

/** `paths` into resources. @param prefix parts of the base path that stand before every path */
export function readPaths(
  context: ImportContext,
  paths: SourceNode | undefined,
  prefix: string[],
  tree: ResourceTree,
): void {
  const { reading } = context;
  if (!paths) {
    reading.refuse(reading.root, '"paths" is missing.');
    return;
  }
  for (const [path, item] of reading.object(paths)) {
    if (path.startsWith('/'))
      readPathItem(context, { parts: partsOf(context, path, item, prefix), item }, tree);
    else if (!path.startsWith('x-'))
      reading.refuse(item, `The path "${path.slice(0, 100)}" must begin with "/".`);
  }
}

function partsOf({ reading }: ImportContext, path: string, item: SourceNode, prefix: string[]): string[] {
  const plain = path.replace(/\/$/, '');
  if (plain !== path && plain !== '')
    reading.warn(
      item,
      `The slash at the end of ${path.slice(0, 200)} is dropped: with and without it is the same resource.`,
    );
  return [...prefix, ...plain.split('/').slice(1)];
}

function readPathItem(
  context: ImportContext,
  { parts, item }: { parts: string[]; item: SourceNode },
  tree: ResourceTree,
): void {
  const { reading } = context;
  const fields = reading.object(item);
  const resource = tree.ensure(parts, item);
  if (!resource) return;
  const shared = reading.list(fields.get('parameters'));
  for (const [key, node] of fields) {
    const httpMethod = verbs.get(key);
    if (!httpMethod) continue;
    tree.addMethod(resource, readOperation(context, node, { httpMethod, path: resource.path, shared }), node);
  }
}
