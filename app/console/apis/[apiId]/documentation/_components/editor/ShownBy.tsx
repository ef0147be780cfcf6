'use client';

import { Section } from '@/components/ui/Section';
import { type DocumentationPartLocation, locationKey } from '@/lib/model/documentation';
import { documentationAddress } from '@/lib/model/documentationAddress';
import type { Catalog } from '../Catalog';

const mostListed = 20;

/** Who inherits from a part, where anybody does. */
export function ShownBy(props: {
  location: DocumentationPartLocation;
  catalog: Catalog;
  onOpen: (location: DocumentationPartLocation) => void;
}) {
  const { location, catalog } = props;
  const part = catalog.part(location);
  if (!part) return null;
  const here = locationKey(location);
  const heirs = catalog.shownBy(location).filter((each) => locationKey(each) !== here);
  if (heirs.length === 0 && catalog.isEntity(location)) return null;
  return (
    <Section title="Inherited by" description={heirs.length === 0 ? nobody : undefined}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {heirs.slice(0, mostListed).map((each) => (
          <li key={locationKey(each)}>
            <button
              type="button"
              onClick={() => props.onOpen(each)}
              className="break-all text-left text-accent-ink underline"
            >
              {documentationAddress(each)}
            </button>
          </li>
        ))}
        {heirs.length > mostListed && <li className="text-muted">and {heirs.length - mostListed} more</li>}
      </ul>
    </Section>
  );
}

const nobody = 'Nothing shows this part: no such thing is in the API, or more specific words win everywhere.';
