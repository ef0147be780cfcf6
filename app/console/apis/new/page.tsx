import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { requireConsole } from '@/app/currentActor';
import { functionChoices } from '@/components/console/functionChoices';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { Tabs } from '@/components/ui/Tabs';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../../canEdit';
import { BlankForm } from './_components/BlankForm';
import { CloneForm } from './_components/CloneForm';
import { FunctionForm } from './_components/FunctionForm';
import { ImportForm } from './_components/ImportForm';
import { SampleForm } from './_components/SampleForm';

export const metadata: Metadata = { title: 'Create API' };

const kinds = [
  { kind: 'blank', label: 'Blank' },
  { kind: 'function', label: 'Function' },
  { kind: 'import', label: 'Import' },
  { kind: 'sample', label: 'Sample' },
  { kind: 'clone', label: 'Clone' },
];

export default async function NewApiPage({
  searchParams,
}: {
  searchParams: Promise<{ kind?: string; function?: string }>;
}) {
  const { kind, function: chosen } = await searchParams;
  if (!kind) redirect('/console/apis/new?kind=blank');
  const actor = await requireConsole();
  if (!canEdit(actor))
    return (
      <Notice kind="denied" title="Viewers do not create APIs">
        Ask an administrator for the role of editor.
      </Notice>
    );
  const apis = await control().restApis.list(actor);
  const functions = kind === 'function' ? await control().functions.list(actor) : [];
  return (
    <div className="grid content-start gap-4 p-5">
      <PageHeader title="Create API" />
      <Suspense>
        <Tabs
          label="How to create it"
          tabs={kinds.map((each) => ({ href: `/console/apis/new?kind=${each.kind}`, label: each.label }))}
        />
      </Suspense>
      {kind === 'blank' && <BlankForm />}
      {kind === 'function' && <FunctionForm functions={functionChoices(functions)} chosen={chosen} />}
      {kind === 'import' && <ImportForm />}
      {kind === 'sample' && <SampleForm />}
      {kind === 'clone' && <CloneForm apis={apis.map(({ id, name }) => ({ id, name }))} />}
    </div>
  );
}
