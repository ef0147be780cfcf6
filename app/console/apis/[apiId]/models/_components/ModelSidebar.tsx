'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { CopyButton } from '@/components/ui/CopyButton';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { modelHref } from './modelHref';
import { hrefOfUse, type ModelUse } from './modelUses';

export type Generated = { example: string; template: string } | { problem: string };

/** What follows from the stored schema, and what uses it. */
export function ModelSidebar(props: {
  restApiId: string;
  name: string;
  generated: Generated;
  uses: ModelUse[];
}) {
  const { generated, restApiId } = props;
  return (
    <div className="grid min-w-0 content-start gap-5">
      {'problem' in generated ? (
        <Part title="Generated example">
          <p className="text-muted">Nothing can be generated from this schema: {generated.problem}</p>
        </Part>
      ) : (
        <>
          <Part
            title="Generated example"
            help="A body that the model accepts."
            action={<CopyButton value={generated.example} what="example" />}
          >
            <CodeEditor
              readOnly
              label="Generated example"
              language="json"
              maxHeight="240px"
              value={generated.example}
            />
          </Part>
          <Part
            title="Generated mapping template"
            help="A start for a request or response template: the template fields of a method take it by “Generate from a model”."
            action={<CopyButton value={generated.template} what="mapping template" />}
          >
            <CodeEditor
              readOnly
              label="Generated mapping template"
              maxHeight="240px"
              value={generated.template}
            />
          </Part>
        </>
      )}
      <Part title="Used by">
        <Uses restApiId={restApiId} uses={props.uses} />
      </Part>
    </div>
  );
}

function Part(props: { title: string; help?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={props.title} className="grid min-w-0 gap-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 className="font-medium">{props.title}</h3>
          {props.help && <p className="text-muted text-small">{props.help}</p>}
        </div>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

function Uses({ restApiId, uses }: { restApiId: string; uses: ModelUse[] }) {
  if (uses.length === 0)
    return (
      <p className="text-muted">
        No method and no other model. A method request names its models by content type.
      </p>
    );
  return (
    <ul className="max-h-72 divide-y overflow-y-auto border-y">
      {uses.map((use) => (
        <li key={JSON.stringify(use)}>
          <Link
            href={use.kind === 'model' ? modelHref(restApiId, use.name) : hrefOfUse(restApiId, use)}
            className="flex min-h-9 flex-wrap items-center gap-x-2 px-1 py-1 hover:bg-hover"
          >
            <Use use={use} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Use({ use }: { use: ModelUse }) {
  if (use.kind === 'model')
    return (
      <>
        <span className="text-muted">Model</span>
        <span className="min-w-0 break-all font-mono text-small">{use.name}</span>
      </>
    );
  return (
    <>
      <MethodBadge method={use.httpMethod} />
      <span className="min-w-0 flex-1 break-all font-mono text-small">{use.path}</span>
      <span className="text-muted text-small">
        {use.kind === 'request' ? 'request body' : `response ${use.statusCode}`}
      </span>
    </>
  );
}
