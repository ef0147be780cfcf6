import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/currentActor';
import { consoleRoles } from '@/lib/model/role';
import { AccessHeading } from '../../_components/AccessHeading';
import { localPath } from '../../_components/localPath';
import { SignInForm } from '../../_components/SignInForm';
import { offeredProviders } from '../../offeredProviders';

export const metadata: Metadata = { title: 'Sign in to the console' };

export default async function ConsoleSignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; error?: string }>;
}) {
  const { next, error } = await searchParams;
  const user = await currentUser();
  if (user && consoleRoles.some((role) => role === user.role)) redirect(localPath(next, '/console'));
  const providers = await offeredProviders();
  return (
    <>
      <AccessHeading title="Sign in to the console">
        {user
          ? `${user.email} has no console role. Sign in with another account.`
          : 'For those who run the APIs.'}
      </AccessHeading>
      <SignInForm returnTo={localPath(next, '/console')} providers={providers} error={error} />
    </>
  );
}
