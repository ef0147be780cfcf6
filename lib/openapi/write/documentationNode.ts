import type { DocumentationPartLocation } from '@/lib/model/documentation';
import { extensionsOf, proseOf } from './documentationMembers';
import type { Part } from './ExportContext';

/** How one node of a document is documented: what it says itself goes in, what is to stand there comes out. */
export type Resolve = (location: DocumentationPartLocation, said?: Part) => Part;

/** A node that has a description and nothing else to say. */
export function describeNode(resolve: Resolve, node: Part, location: DocumentationPartLocation): Part {
  const properties = resolve(location, pickDescription(node));
  return { ...node, ...proseOf(properties), ...extensionsOf(properties) };
}

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each member that is an object, changed; the rest as it is. */
export function mapMembers(members: unknown, change: (member: Part, key: string) => Part): Part {
  if (!isPart(members)) return {};
  return Object.fromEntries(
    Object.entries(members).map(([key, member]) => [key, isPart(member) ? change(member, key) : member]),
  );
}

export const pickDescription = ({ description }: Part): Part =>
  description === undefined ? {} : { description };
