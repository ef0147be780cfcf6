import type { Metadata } from 'next';
import Link from 'next/link';
import { control } from '@/lib/runtime/slot';
import { AccessHeading } from '../_components/AccessHeading';
import { localPath } from '../_components/localPath';
import { SignInForm } from '../_components/SignInForm';
import { offeredProviders } from '../offeredProviders';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; error?: string }>;
}) {
  const { next, error } = await searchParams;
  const returnTo = localPath(next, '/apps');
  const providers = await offeredProviders();
  const open = await control().settings.signUpOpen();
  return (
    <>
      <AccessHeading title="Sign in">Your apps, keys and usage.</AccessHeading>
      <SignInForm returnTo={returnTo} providers={providers} error={error} />
      {open && (
        <p className="text-muted mt-6 text-sm">
          No account yet?{' '}
          <Link className="text-accent-ink underline" href={`/sign-up?next=${encodeURIComponent(returnTo)}`}>
            Sign up
          </Link>
        </p>
      )}
    </>
  );
}
