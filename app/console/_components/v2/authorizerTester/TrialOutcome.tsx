'use client';

import { Check, X } from 'lucide-react';
import { TextBlock } from '@/components/console/TextBlock';
import { Badge } from '@/components/ui/Badge';
import type { Authorizer } from '@/lib/model/v2/authorizer';
import type { AuthorizerTrial } from '@/lib/model/v2/authorizerTrial';
import { Members } from './Members';
import { plainReason } from './plainReason';

const times = new Set(['exp', 'nbf', 'iat', 'auth_time']);

/** Whether the call is let in and why not, what the token says or what the function said, and the log. */
export function TrialOutcome(props: { trial: AuthorizerTrial; scopes: string[]; authorizer: Authorizer }) {
  const { trial, authorizer, scopes } = props;
  const { isAuthorized, token, context, principalId, challenge } = trial;
  return (
    <section aria-label="Outcome" className="grid gap-3 border-t pt-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={isAuthorized ? 'success' : 'danger'}>
          {isAuthorized ? <Check aria-hidden /> : <X aria-hidden />}
          {isAuthorized ? 'Allowed' : 'Refused'}
        </Badge>
        <Badge>Status {trial.clientStatus}</Badge>
        <span className="tabular text-muted">{Math.round(trial.latency).toLocaleString('en')} ms</span>
        {principalId !== undefined && (
          <span className="min-w-0 break-all">
            <span className="text-muted">Principal</span> <span className="font-mono">{principalId}</span>
          </span>
        )}
      </p>
      {!isAuthorized && <p className="wrap-anywhere">{plainReason(trial, { authorizer, scopes })}</p>}
      {token && (
        <>
          <Members
            title="Claims"
            help={
              isAuthorized
                ? '$context.authorizer.claims.name'
                : 'As the token says them, which is not trusted.'
            }
            members={Object.entries(token.claims).map(([name, value]) => [name, claimText(name, value)])}
          />
          <Members
            title="Token header"
            members={Object.entries(token.header).map(([k, v]) => [k, textOf(v)])}
          />
        </>
      )}
      {context && (
        <Members
          title="Context"
          help="$context.authorizer.name"
          members={Object.entries(context).map(([name, value]) => [name, textOf(value)])}
        />
      )}
      {challenge && <Members title="Told to the caller" members={[['www-authenticate', challenge]]} />}
      <details>
        <summary className="cursor-pointer font-medium marker:text-muted">Log</summary>
        <div className="mt-2">
          <TextBlock label="Log" text={trial.log} empty="No log" />
        </div>
      </details>
    </section>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A time beside its seconds: 1767225600 (2026-01-01 00:00:00 UTC). */
function claimText(name: string, value: unknown): string {
  if (!times.has(name) || typeof value !== 'number' || Math.abs(value) > 8.64e12) return textOf(value);
  return `${value} (${new Date(value * 1_000).toISOString().slice(0, 19).replace('T', ' ')} UTC)`;
}
