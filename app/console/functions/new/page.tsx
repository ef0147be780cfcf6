import type { Metadata } from 'next';
import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { blueprintsOn } from '../_components/blueprints/blueprints';
import { machine } from '../_components/machine';
import { CreateFunctionForm } from './_components/CreateFunctionForm';

export const metadata: Metadata = { title: 'Create function' };

export default async function NewFunctionPage() {
  const actor = await requireConsole();
  if (!canEdit(actor)) {
    const back = (
      <Button asChild>
        <Link href="/console/functions">Functions</Link>
      </Button>
    );
    return (
      <Notice kind="denied" title="Creating a function needs the role editor" actions={back}>
        An administrator can change your role.
      </Notice>
    );
  }
  const here = machine();
  return (
    <div className="grid max-w-5xl content-start gap-5 p-5">
      <PageHeader
        title="Create function"
        description="It can be called as soon as it is created; methods and authorizers then name it."
      />
      <CreateFunctionForm machine={here} blueprints={blueprintsOn(here)} />
    </div>
  );
}
