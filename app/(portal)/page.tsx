import Link from 'next/link';
import { kindWord } from '@/components/portal/kindWord';
import { Badge } from '@/components/ui/Badge';
import type { CatalogueEntry } from '@/lib/model/portal';
import { control } from '@/lib/runtime/slot';
import { SearchField } from './_components/SearchField';
import { TryItNow } from './_components/TryItNow';
import { firstOpenCall } from './firstOpenCall';

export default async function CataloguePage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const { q } = await searchParams;
  const entries = await control().portal.catalogue(q);
  const open = q ? null : await firstOpenCall(entries);
  return (
    <div className="space-y-8">
      <header className="max-w-2xl space-y-4">
        <h1 className="font-semibold text-3xl tracking-tight">APIs</h1>
        <p className="text-muted">
          Read the reference, try a call, then sign up for a key. No account is needed to look around.
        </p>
        <SearchField initial={q ?? ''} />
      </header>
      <div className={open ? 'grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,1fr)_26rem]' : ''}>
        {entries.length > 0 ? <Catalogue entries={entries} /> : <Nothing search={q} />}
        {open && <TryItNow open={open} />}
      </div>
    </div>
  );
}

function Catalogue({ entries }: { entries: CatalogueEntry[] }) {
  return (
    <ul className="divide-y self-start border-y">
      {entries.map((entry) => (
        <li key={entry.slug}>
          <Link href={`/apis/${entry.slug}`} className="-mx-2 block px-2 py-4 hover:bg-hover">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{entry.displayName}</span>
              {entry.version && <Badge>{entry.version}</Badge>}
              {entry.kind !== 'REST' && <Badge>{kindWord[entry.kind]}</Badge>}
              <span className="text-muted text-small">{operationCount(entry)}</span>
            </span>
            <span className="block text-muted">{entry.description}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function operationCount({ kind, operationCount: count }: CatalogueEntry): string {
  const word = kind === 'WEBSOCKET' ? 'route' : 'operation';
  return `${count} ${count === 1 ? word : `${word}s`}`;
}

function Nothing({ search }: { search?: string }) {
  return (
    <p className="border-y py-8 text-muted">
      {search ? (
        <>
          No API matches “{search}”.{' '}
          <Link href="/" className="text-accent-ink underline">
            Show all
          </Link>
        </>
      ) : (
        'No API is published yet. An editor publishes one in the console, on its Portal tab.'
      )}
    </p>
  );
}
