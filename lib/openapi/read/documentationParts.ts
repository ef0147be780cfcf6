import {
  type DocumentationPart,
  documentationPartInput,
  locationKey,
  mostDocumentationParts,
} from '@/lib/model/documentation';
import type { SourceNode } from '../source/SourceNode';
import { sortedBy } from '../write/compact';
import type { Reading } from './Reading';

/** Parts of `x-amazon-apigateway-documentation`, by location. Its `version` is a label of the other side. */
export function documentationParts(reading: Reading): DocumentationPart[] {
  const fields = reading.object(reading.root.child('x-amazon-apigateway-documentation'));
  const list = fields.get('documentationParts');
  const nodes = reading.list(list);
  if (list && nodes.length > mostDocumentationParts) {
    reading.refuse(list, `An API has at most ${mostDocumentationParts} documentation parts.`);
    return [];
  }
  const parts = new Map<string, DocumentationPart>();
  for (const node of nodes) {
    const part = readPart(reading, node);
    const key = part && locationKey(part.location);
    if (key !== undefined && parts.has(key)) reading.refuse(node, 'Another part has this location already.');
    if (part && key !== undefined) parts.set(key, part);
  }
  return sortedBy([...parts.values()], ({ location }) => locationKey(location));
}

/** AWS writes properties as an object; a text that holds one is taken too. */
function readPart(reading: Reading, node: SourceNode): DocumentationPart | undefined {
  const fields = reading.object(node);
  const [location, properties] = [fields.get('location'), fields.get('properties')];
  if (!location || !properties)
    return reading.refuse(node, `A documentation part needs ${location ? 'properties' : 'a location'}.`);
  const value = reading.whole(properties);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return reading.check(documentationPartInput, { location: reading.whole(location), properties: text }, node);
}
