import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { Tabs } from '@/components/ui/Tabs';
import { control } from '@/lib/runtime/slot';
import { functionHref } from '../_components/functionHref';
import { DeleteFunctionButton } from './_components/DeleteFunctionButton';
import { findFunction } from './findFunction';

type Params = Promise<{ functionName: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await params).functionName };
}

const tabs = [
  { path: undefined, label: 'Code' },
  { path: 'test', label: 'Test' },
  { path: 'configuration', label: 'Configuration' },
  { path: 'versions', label: 'Versions and aliases' },
  { path: 'permissions', label: 'Permissions' },
  { path: 'logs', label: 'Logs' },
  { path: 'used-by', label: 'Used by' },
];

export default async function FunctionLayout({ params, children }: { params: Params; children: ReactNode }) {
  const { functionName } = await params;
  const { actor, found, editable } = await findFunction(functionName);
  const apis = found.usedBy.length > 0 ? await control().restApis.list(actor) : [];
  const apiNames = Object.fromEntries(apis.map(({ id, name }) => [id, name]));
  return (
    <div className="flex min-h-full flex-col">
      <header className="border-b px-5 pt-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-all font-mono font-semibold text-[16px] leading-7">{functionName}</h1>
          <Badge>{found.runtime}</Badge>
          <span className="flex items-center text-muted text-small">
            ARN
            <CopyButton value={found.functionArn} what="ARN" />
          </span>
          {editable && (
            <span className="ml-auto">
              <DeleteFunctionButton functionName={functionName} usedBy={found.usedBy} apiNames={apiNames} />
            </span>
          )}
        </div>
        {found.description && <p className="max-w-[80ch] text-muted">{found.description}</p>}
        <Suspense>
          <Tabs
            label={functionName}
            className="mt-1 border-b-0"
            tabs={tabs.map(({ path, label }) => ({ href: functionHref(functionName, path), label }))}
          />
        </Suspense>
      </header>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start p-5">{children}</div>
    </div>
  );
}
