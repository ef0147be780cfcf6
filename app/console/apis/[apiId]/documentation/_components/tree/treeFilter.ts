import { documentationAddress } from '@/lib/model/documentationAddress';
import type { Catalog } from '../Catalog';
import type { EntityNode } from './entityTree';

export const shows = [
  { value: 'all', label: 'All' },
  { value: 'missing', label: 'Missing' },
  { value: 'parts', label: 'Parts' },
] as const;

/** Which nodes a filter keeps: by address or by what is shown there; undefined when nothing is asked. */
export function treeFilter(
  catalog: Catalog,
  filter: string,
  show: string,
): ((node: EntityNode) => boolean) | undefined {
  const words = filter.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && show !== 'missing' && show !== 'parts') return undefined;
  return ({ location, label }) => {
    if (!location) return false;
    if (show === 'missing' && catalog.source(location) !== 'none') return false;
    if (show === 'parts' && !catalog.part(location)) return false;
    if (words.length === 0) return true;
    const { properties } = catalog.shown(location);
    const text =
      `${documentationAddress(location)} ${label} ${JSON.stringify(Object.values(properties))}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
