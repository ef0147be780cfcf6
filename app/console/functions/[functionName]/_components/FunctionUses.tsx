import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { Section } from '@/components/ui/Section';
import type { FunctionUse } from '../used-by/readFunctionUses';

/** The methods and authorizers that name the function, each with the way to it. */
export function FunctionUses(props: {
  functionName: string;
  uses: readonly FunctionUse[];
  editable: boolean;
}) {
  const { uses } = props;
  const search = new URLSearchParams({ kind: 'function', function: props.functionName });
  return (
    <div className="grid max-w-3xl gap-6">
      <UseList
        title="Methods"
        description="Integrations that name this function, deployed or not."
        empty="None. Choose the function in a method’s integration request, as Lambda proxy or Lambda."
        uses={uses.filter(({ httpMethod }) => httpMethod)}
        actions={
          props.editable && (
            <Button asChild>
              <Link href={`/console/apis/new?${search}`}>Create API for it</Link>
            </Button>
          )
        }
      />
      <UseList
        title="Authorizers"
        description="Authorizers that ask this function who may call."
        empty="None. Choose the function in an API’s authorizers."
        uses={uses.filter(({ httpMethod }) => !httpMethod)}
      />
    </div>
  );
}

function UseList(props: {
  title: string;
  description: string;
  empty: string;
  uses: FunctionUse[];
  actions?: ReactNode;
}) {
  return (
    <Section title={props.title} description={props.description} actions={props.actions}>
      {props.uses.length === 0 ? (
        <p className="text-muted">{props.empty}</p>
      ) : (
        <ul className="divide-y border-y">
          {props.uses.map(({ apiName, httpMethod, name, href }) => (
            <li key={href} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 py-1.5">
              {httpMethod && <MethodBadge method={httpMethod} />}
              <Link
                href={href}
                className="min-w-0 break-all font-mono text-small underline underline-offset-2 hover:text-accent-ink"
              >
                {name}
              </Link>
              <span className="min-w-0 break-words text-muted">{apiName}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
