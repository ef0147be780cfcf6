import type { Metadata } from 'next';
import Link from 'next/link';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { control } from '@/lib/runtime/slot';
import { isAdministrator } from '../../canEdit';
import { Denied } from '../_components/Denied';
import { IdentityHeader } from '../_components/IdentityHeader';
import { identityHref } from '../_components/identityHref';
import { pathsOfStage } from './_components/pathsOfStage';
import { runSimulation } from './_components/runSimulation';
import { SimulationAnswer } from './_components/SimulationAnswer';
import { SimulatorForm } from './_components/SimulatorForm';
import { readSimulation } from './_components/simulation';

export const metadata: Metadata = { title: 'Simulator' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SimulatorPage({ searchParams }: Props) {
  const actor = await requireConsole();
  if (!isAdministrator(actor)) return <Denied />;
  const simulation = readSimulation(await searchParams);
  const { identity, restApis } = control();
  const users = await identity.users(actor);
  const apis = await restApis.list(actor);
  const { trial, fault } = await runSimulation(actor, simulation);
  return (
    <div className="grid gap-4 p-5">
      <IdentityHeader description="May this user call this method, and which statement decides? Nothing is called." />
      {users.length === 0 || apis.length === 0 ? (
        <NothingToAsk hasUsers={users.length > 0} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <SimulatorForm
            simulation={simulation}
            userNames={users.map(({ userName }) => userName)}
            apis={apis.map(({ id, name, stageNames }) => ({ id, name, stageNames }))}
            paths={await pathsOfStage(actor, simulation)}
            missingKeys={trial?.missingKeys ?? []}
            fault={fault}
          />
          <SimulationAnswer simulation={simulation} trial={trial} refused={fault !== undefined} />
        </div>
      )}
    </div>
  );
}

function NothingToAsk({ hasUsers }: { hasUsers: boolean }) {
  const [label, href] = hasUsers
    ? ['Create API', '/console/apis/new']
    : ['Create IAM user', `${identityHref.users}?create=1`];
  return (
    <EmptyState
      title={hasUsers ? 'No API' : 'No IAM user'}
      actions={
        <Button asChild variant="primary">
          <Link href={href}>{label}</Link>
        </Button>
      }
    >
      The simulator needs a user and a deployed API.
    </EmptyState>
  );
}
