import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { CopyButton } from '@/components/ui/CopyButton';
import type { Authorizer } from '@/lib/model/authorizer';
import { authorizersHref } from './authorizerHref';
import { type AuthorizerUse, hrefOfUse, textOfUse } from './authorizerUses';
import { DeleteAuthorizerButton } from './DeleteAuthorizerButton';

interface HeaderProps {
  restApiId: string;
  authorizer?: Authorizer;
  uses: AuthorizerUse[];
  editable: boolean;
}

/** The way back to the list, the authorizer's name, the methods that ask it, and its end. */
export function AuthorizerHeader({ restApiId, authorizer, uses, editable }: HeaderProps) {
  return (
    <header className="grid gap-1">
      <Link
        href={authorizersHref(restApiId)}
        className="-ml-1 inline-flex items-center justify-self-start text-muted hover:text-ink"
      >
        <ChevronLeft className="size-4" aria-hidden />
        Authorizers
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="min-w-0 break-all font-semibold text-[15px]">
          {authorizer?.name ?? 'New authorizer'}
        </h2>
        {authorizer && (
          <span className="flex min-w-0 items-center text-muted text-small">
            Id
            <CopyButton value={authorizer.id} what="authorizer id" showValue />
          </span>
        )}
        {authorizer && editable && (
          <DeleteAuthorizerButton restApiId={restApiId} authorizer={authorizer} uses={uses} />
        )}
      </div>
      {authorizer && <Uses restApiId={restApiId} uses={uses} />}
    </header>
  );
}

const shown = 8;

function Uses({ restApiId, uses }: { restApiId: string; uses: AuthorizerUse[] }) {
  if (uses.length === 0)
    return (
      <p className="text-muted">
        No method asks it yet: choose it in the method request of a method in{' '}
        <Link href={`/console/apis/${restApiId}/resources`} className="text-accent-ink underline">
          Resources
        </Link>
        .
      </p>
    );
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-muted">
      Asked by
      {uses.slice(0, shown).map((use) => (
        <Link
          key={textOfUse(use)}
          href={hrefOfUse(restApiId, use)}
          className="break-all font-mono text-accent-ink text-small underline"
        >
          {textOfUse(use)}
        </Link>
      ))}
      {uses.length > shown && <span>and {(uses.length - shown).toLocaleString('en')} more</span>}
    </p>
  );
}
