import type { Metadata } from 'next';
import Link from 'next/link';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { FunctionTable } from './_components/FunctionTable';
import { functionRows } from './_components/functionRows';

export const metadata: Metadata = { title: 'Functions' };

export default async function FunctionsPage() {
  const actor = await requireConsole();
  const functions = await control().functions.list(actor);
  const create = canEdit(actor) && (
    <Button asChild variant="primary">
      <Link href="/console/functions/new">Create function</Link>
    </Button>
  );
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="Functions"
        description="Code that this machine runs for integrations and authorizers, in processes of its own, as Lambda does."
        actions={functions.length > 0 && create}
      />
      <FunctionTable functions={functionRows(functions)} create={create} />
    </div>
  );
}
