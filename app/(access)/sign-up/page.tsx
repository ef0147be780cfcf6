import type { Metadata } from 'next';
import Link from 'next/link';
import { control } from '@/lib/runtime/slot';
import { AccessHeading } from '../_components/AccessHeading';
import { AccountForm } from '../_components/AccountForm';
import { localPath } from '../_components/localPath';
import { ProviderButtons } from '../_components/ProviderButtons';
import { signUp } from '../actions';
import { offeredProviders } from '../offeredProviders';

export const metadata: Metadata = { title: 'Sign up' };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  if (!(await control().settings.signUpOpen())) {
    return (
      <AccessHeading title="Sign-up is closed">Ask the operator of this portal for an account.</AccessHeading>
    );
  }
  const returnTo = localPath(next, '/apps');
  const providers = await offeredProviders();
  return (
    <>
      <AccessHeading title="Sign up">An account gives you apps, keys and usage figures.</AccessHeading>
      <AccountForm create={signUp} returnTo={returnTo} submitLabel="Sign up" />
      <ProviderButtons providers={providers} returnTo={returnTo} />
      <p className="text-muted mt-6 text-sm">
        Have an account?{' '}
        <Link className="text-accent-ink underline" href={`/sign-in?next=${encodeURIComponent(returnTo)}`}>
          Sign in
        </Link>
      </p>
    </>
  );
}
