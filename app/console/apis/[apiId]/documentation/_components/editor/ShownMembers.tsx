'use client';

import { Section } from '@/components/ui/Section';
import { type DocumentationPartLocation, locationKey } from '@/lib/model/documentation';
import { documentationAddress } from '@/lib/model/documentationAddress';
import type { ResolvedDocumentation } from '@/lib/model/documentationIndex';

/** What readers will see at a location when its parts are published, and who says it. */
export function ShownMembers(props: {
  location: DocumentationPartLocation;
  without: ResolvedDocumentation;
  own: Record<string, unknown>;
  onOpen: (location: DocumentationPartLocation) => void;
}) {
  const { location, without, own } = props;
  const shown = { ...without.properties, ...own };
  const here = locationKey(location);
  const sourceOf = (key: string) => {
    const from = without.from[key];
    if (Object.hasOwn(own, key)) return 'this part';
    if (!from || locationKey(from) === here) return 'the definition';
    return from;
  };
  return (
    <Section
      title="What readers will see"
      description="Its own part first, then what the definition says of it, then what it inherits: the most specific path, method and status code."
    >
      {Object.keys(shown).length === 0 ? (
        <p className="text-muted">
          Nothing yet: neither a part, nor the definition, nor anything above says a word.
        </p>
      ) : (
        <dl className="divide-y border-y">
          {Object.entries(shown).map(([key, value]) => (
            <Member key={key} name={key} value={value} source={sourceOf(key)} onOpen={props.onOpen} />
          ))}
        </dl>
      )}
    </Section>
  );
}

function Member(props: {
  name: string;
  value: unknown;
  source: string | DocumentationPartLocation;
  onOpen: (location: DocumentationPartLocation) => void;
}) {
  const { name, value, source } = props;
  return (
    <div className="grid items-baseline gap-x-4 gap-y-1 py-2 sm:grid-cols-[8rem_minmax(0,1fr)_minmax(0,14rem)]">
      <dt className="truncate font-mono text-small">{name}</dt>
      <dd className="min-w-0 whitespace-pre-wrap break-words">
        {textOf(value) ?? <code className="font-mono text-small">{JSON.stringify(value)}</code>}
      </dd>
      <dd className="min-w-0 text-muted text-small">
        from{' '}
        {typeof source === 'string' ? (
          source
        ) : (
          <button
            type="button"
            onClick={() => props.onOpen(source)}
            className="text-left text-accent-ink underline"
          >
            {documentationAddress(source)}
          </button>
        )}
      </dd>
    </div>
  );
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value.join(', ')
    : undefined;
}
