'use client';

import type { ReactNode } from 'react';
import { prettyJson } from '@/components/console/prettyJson';
import { TextBlock } from '@/components/console/TextBlock';
import { Badge } from '@/components/ui/Badge';
import type { AuthorizerTrial } from '@/lib/model/authorizer';
import { statusTone } from '../../../resources/_components/testing/statusTone';

/** What the authorizer said: status, principal, policy, context or claims, and the log. */
export function TrialOutcome({ trial }: { trial: AuthorizerTrial }) {
  const { clientStatus, principalId, policy, context, claims } = trial;
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={statusTone(clientStatus)}>Status {clientStatus}</Badge>
        <span className="tabular text-muted">{Math.round(trial.latency).toLocaleString('en')} ms</span>
        {principalId !== undefined && (
          <span className="min-w-0 break-all">
            <span className="text-muted">Principal</span> <span className="font-mono">{principalId}</span>
          </span>
        )}
      </p>
      {trial.log.includes('Invalid permissions on Lambda function') && (
        <p>The function was not asked: this API may not invoke it.</p>
      )}
      {policy !== undefined && (
        <Part title="Policy" help="Asked about each method that names this authorizer.">
          <TextBlock label="Policy" text={prettyJson(policy)} />
        </Part>
      )}
      {context && <Members title="Context" help="$context.authorizer.name" members={context} />}
      {claims && <Members title="Claims" help="$context.authorizer.claims.name" members={claims} />}
      <details>
        <summary className="cursor-pointer font-medium marker:text-muted">Log</summary>
        <div className="mt-2">
          <TextBlock label="Log" text={trial.log} empty="No log" />
        </div>
      </details>
    </div>
  );
}

function Part(props: { title: string; help: string; children: ReactNode }) {
  return (
    <section aria-label={props.title} className="grid gap-1">
      <h3 className="flex flex-wrap items-baseline gap-x-2 font-medium">
        {props.title}
        <span className="font-normal text-muted text-small">{props.help}</span>
      </h3>
      {props.children}
    </section>
  );
}

function Members(props: { title: string; help: string; members: Record<string, string> }) {
  const entries = Object.entries(props.members);
  return (
    <Part title={props.title} help={props.help}>
      {entries.length === 0 ? (
        <p className="text-muted">None</p>
      ) : (
        <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 font-mono text-small">
          {entries.map(([name, value]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="break-all text-muted">{name}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
}
