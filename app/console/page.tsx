import type { Metadata } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { requireConsole } from '../currentActor';
import { ApiTable } from './_components/ApiTable';
import { canEdit } from './canEdit';

export const metadata: Metadata = { title: 'APIs' };

export default async function ApisPage() {
  const actor = await requireConsole();
  const apis = await control().restApis.list(actor);
  const create = canEdit(actor) && (
    <Button asChild variant="primary">
      <Link href="/console/apis/new">Create API</Link>
    </Button>
  );
  return (
    <div className="grid content-start gap-4 p-5">
      <PageHeader title="APIs" description="REST APIs on this gateway." actions={apis.length > 0 && create} />
      <ApiTable apis={apis} create={create} />
    </div>
  );
}
