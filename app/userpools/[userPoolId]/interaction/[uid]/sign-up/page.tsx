import type { Metadata } from 'next';
import Link from 'next/link';
import { SignInHeading } from '../_components/SignInHeading';
import { SignInOver } from '../_components/SignInOver';
import { SignUpForm } from '../_components/SignUpForm';
import { describeSignIn, type SignInPlace } from '../describeSignIn';

export const metadata: Metadata = { title: 'Sign up', robots: { index: false } };

export default async function HostedSignUpPage({ params }: { params: Promise<SignInPlace> }) {
  const { place, shown } = await describeSignIn(params);
  if (!shown) return <SignInOver />;
  return (
    <>
      <SignInHeading title={shown.selfSignUp ? 'Sign up' : 'Sign-up is closed'} shown={shown} />
      {shown.selfSignUp ? (
        <SignUpForm place={place} passwordMinimumLength={shown.passwordMinimumLength} />
      ) : (
        <p>Ask the people who run {shown.clientName} for an account.</p>
      )}
      <p className="text-muted mt-6 text-sm">
        Have an account?{' '}
        <Link
          className="text-accent-ink underline"
          href={`/userpools/${place.userPoolId}/interaction/${place.uid}`}
        >
          Sign in
        </Link>
      </p>
    </>
  );
}
