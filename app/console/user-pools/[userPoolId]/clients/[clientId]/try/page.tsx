import type { Metadata } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { PageHeader } from '@/components/ui/PageHeader';
import { findUserPool } from '../../../findUserPool';
import { userPoolEndpoints } from '../../../userPoolEndpoints';
import { TrialResult } from './TrialResult';

export const metadata: Metadata = { title: 'Tried sign-in' };

type Props = {
  params: Promise<{ userPoolId: string; clientId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TriedSignInPage({ params, searchParams }: Props) {
  const { userPoolId, clientId } = await params;
  const { pool } = await findUserPool(userPoolId);
  const { code, state, error, error_description: words } = await searchParams;
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader
        title="Tried sign-in"
        actions={
          <Button asChild>
            <Link href={`/console/user-pools/${userPoolId}/clients/${clientId}`}>Back to the app client</Link>
          </Button>
        }
      />
      <TrialResult
        tokenUrl={userPoolEndpoints(pool).token}
        code={first(code)}
        state={first(state)}
        refused={[first(error), first(words)].filter((text) => text !== '').join(': ')}
      />
    </div>
  );
}

const first = (value: string | string[] | undefined) => [value].flat()[0] ?? '';
