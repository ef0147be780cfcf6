import Link from 'next/link';
import { LiveRequest } from '@/components/portal/LiveRequest';
import type { OpenCall } from '../firstOpenCall';

/** A call that works before anything is read or signed: it runs through the portal's own try-it. */
export function TryItNow({ open }: { open: OpenCall }) {
  return (
    <aside aria-labelledby="try-it-now" className="min-w-0 space-y-3 max-lg:order-first">
      <h2 id="try-it-now" className="font-semibold text-xl">
        Try it now
      </h2>
      <p className="text-muted">
        This call of{' '}
        <Link href={`/apis/${open.slug}`} className="text-accent-ink underline">
          {open.displayName}
        </Link>{' '}
        needs no key.
      </p>
      <LiveRequest slug={open.slug} path={open.path} url={open.url} />
    </aside>
  );
}
