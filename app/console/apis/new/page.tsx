import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { requireConsole } from '@/app/currentActor';
import { functionChoices } from '@/components/console/functionChoices';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { Tabs } from '@/components/ui/Tabs';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../../canEdit';
import { CreateWebSocketApiForm } from '../../websocket-apis/_components/CreateWebSocketApiForm';
import { BlankForm } from './_components/BlankForm';
import { CloneForm } from './_components/CloneForm';
import { FunctionForm } from './_components/FunctionForm';
import { HttpApiForm } from './_components/HttpApiForm';
import { HttpImportForm } from './_components/HttpImportForm';
import { ImportForm } from './_components/ImportForm';
import { KindChoice } from './_components/KindChoice';
import { SampleForm } from './_components/SampleForm';
import { type ApiProtocol, protocolOf, waysToCreate } from './_components/waysToCreate';

export const metadata: Metadata = { title: 'Create API' };

interface Query {
  protocol?: string;
  kind?: string;
  function?: string;
}

export default async function NewApiPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const protocol = protocolOf(query.protocol);
  const ways = waysToCreate(protocol);
  const [first] = ways;
  if (!query.kind && first) redirect(first.href);
  const actor = await requireConsole();
  if (!canEdit(actor))
    return (
      <Notice kind="denied" title="Viewers do not create APIs">
        Ask an administrator for the role of editor.
      </Notice>
    );
  return (
    <div className="grid content-start gap-4 p-5">
      <PageHeader title="Create API" />
      <KindChoice protocol={protocol} />
      {ways.length > 1 && (
        <Suspense>
          <Tabs label="How to create it" tabs={ways} />
        </Suspense>
      )}
      <CreateForm actor={actor} protocol={protocol} query={query} />
    </div>
  );
}

async function CreateForm(props: { actor: Actor; protocol: ApiProtocol; query: Query }) {
  const { actor, protocol, query } = props;
  const { kind } = query;
  const functions = async () => functionChoices(await control().functions.list(actor));
  const functionArns = async () => (await functions()).map(({ functionArn }) => functionArn);
  if (protocol === 'websocket') return <CreateWebSocketApiForm />;
  if (protocol === 'http')
    return kind === 'import' ? (
      <HttpImportForm functionArns={await functionArns()} />
    ) : (
      <HttpApiForm functions={await functions()} />
    );
  if (kind === 'function') return <FunctionForm functions={await functions()} chosen={query.function} />;
  if (kind === 'import') return <ImportForm functionArns={await functionArns()} />;
  if (kind === 'sample') return <SampleForm />;
  if (kind !== 'clone') return <BlankForm />;
  const apis = await control().restApis.list(actor);
  return <CloneForm apis={apis.map(({ id, name }) => ({ id, name }))} />;
}
