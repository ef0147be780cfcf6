import {
  type DocumentationPartLocation,
  type DocumentationPartType,
  locationKey,
} from '@/lib/model/documentation';
import { documentationAddress, documentationTypeWords } from '@/lib/model/documentationAddress';
import type { Catalog } from '../Catalog';

export interface EntityNode {
  /** the location's key; of a group its name */
  id: string;
  label: string;
  /** said after the label, muted */
  kind?: string;
  /** absent: a group, which has no documentation itself */
  location?: DocumentationPartLocation;
  children: EntityNode[];
}

/** The API, its resources with their methods and what these have, its models, and the parts for several of them. */
export function entityTree(catalog: Catalog): EntityNode[] {
  const nodes = new Map<string, EntityNode>();
  const roots: EntityNode[] = [];
  const models: EntityNode[] = [];
  for (const { location } of catalog.entities) {
    const node = nodeOf(location);
    nodes.set(node.id, node);
    if (location.type === 'MODEL') models.push(node);
    else (parentOf(location, nodes)?.children ?? roots).push(node);
  }
  const shared = catalog.shared.map(({ location }) => ({
    ...nodeOf(location),
    label: documentationAddress(location),
    kind: undefined,
  }));
  return [...roots, ...group('Models', models), ...group('Shared by several', shared)];
}

const group = (label: string, children: EntityNode[]): EntityNode[] =>
  children.length > 0 ? [{ id: label, label, children }] : [];

const nodeOf = (location: DocumentationPartLocation): EntityNode => ({
  id: locationKey(location),
  label: labelOf(location),
  location,
  children: [],
  ...(kinds[location.type] && { kind: kinds[location.type] }),
});

/** What a name alone does not say; short, because names are long. */
const kinds: { [Type in DocumentationPartType]?: string } = {
  PATH_PARAMETER: 'path',
  QUERY_PARAMETER: 'query',
  REQUEST_HEADER: 'header',
  RESPONSE: 'response',
  RESPONSE_HEADER: 'header',
};

function labelOf({ type, path = '', method, statusCode, name }: DocumentationPartLocation): string {
  if (type === 'RESOURCE') return path === '/' ? '/' : `/${path.split('/').at(-1)}`;
  if (type === 'METHOD') return method ?? '';
  if (type === 'RESPONSE') return statusCode ?? '';
  return name ?? documentationTypeWords[type];
}

type Nodes = ReadonlyMap<string, EntityNode>;

/** Methods below their resource, what they have below them, and what a response has below that. */
function parentOf(location: DocumentationPartLocation, nodes: Nodes): EntityNode | undefined {
  const { type, path, method, statusCode } = location;
  const at = (parent: DocumentationPartLocation) => nodes.get(locationKey(parent));
  if (type === 'API') return undefined;
  if (type === 'RESOURCE') return above(path ?? '/', nodes);
  if (type === 'METHOD') return at({ type: 'RESOURCE', path });
  if (type === 'RESPONSE_HEADER' || type === 'RESPONSE_BODY')
    return at({ type: 'RESPONSE', path, method, statusCode });
  return at({ type: 'METHOD', path, method });
}

function above(path: string, nodes: Nodes): EntityNode | undefined {
  if (path === '/') return undefined;
  const parent = path.slice(0, path.lastIndexOf('/')) || '/';
  return nodes.get(locationKey({ type: 'RESOURCE', path: parent })) ?? above(parent, nodes);
}
