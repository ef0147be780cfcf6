import type { Metadata } from 'next';
import Link from 'next/link';
import { control } from '@/lib/runtime/slot';
import { AccessHeading } from '../../_components/AccessHeading';
import { SetupForm } from './SetupForm';

export const metadata: Metadata = { title: 'Make the first administrator' };

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  if (!(await control().users.setupPending())) {
    return (
      <AccessHeading title="Set-up is done">
        An administrator exists.{' '}
        <Link className="text-accent-ink underline" href="/console/sign-in">
          Sign in to the console
        </Link>
      </AccessHeading>
    );
  }
  if (!token) {
    return (
      <AccessHeading title="The link is incomplete">
        Open the whole link that Gatehouse printed when it started.
      </AccessHeading>
    );
  }
  return (
    <>
      <AccessHeading title="Make the first administrator">This link works once.</AccessHeading>
      <SetupForm token={token} />
    </>
  );
}
