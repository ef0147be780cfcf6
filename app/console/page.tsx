import type { Metadata } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { PageHeader } from '@/components/ui/PageHeader';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { requireConsole } from '../currentActor';
import { ApiTable } from './_components/ApiTable';
import { type ApiLine, apiLine, restApiLine } from './_components/apiLines';
import { canEdit } from './canEdit';

export const metadata: Metadata = { title: 'APIs' };

export default async function ApisPage() {
  const actor = await requireConsole();
  const apis = await readLines(actor);
  const create = canEdit(actor) && (
    <Button asChild variant="primary">
      <Link href="/console/apis/new">Create API</Link>
    </Button>
  );
  return (
    <div className="grid content-start gap-4 p-5">
      <PageHeader
        title="APIs"
        description="REST, HTTP and WebSocket APIs on this gateway."
        actions={apis.length > 0 && create}
      />
      <ApiTable apis={apis} create={create} />
    </div>
  );
}

async function readLines(actor: Actor): Promise<ApiLine[]> {
  const { restApis, apis } = control();
  const [rest, others] = await Promise.all([restApis.list(actor), apis.list(actor)]);
  const lines = others.map(async (api) => {
    const [stages, routes] = await Promise.all([
      apis.stages.list(actor, api.apiId),
      apis.routes.list(actor, api.apiId),
    ]);
    return apiLine(api, { stages, routes });
  });
  return [...rest.map(restApiLine), ...(await Promise.all(lines))];
}
