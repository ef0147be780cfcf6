import type { Metadata } from 'next';
import Link from 'next/link';
import { SignInForm } from './_components/SignInForm';
import { SignInHeading } from './_components/SignInHeading';
import { SignInOver } from './_components/SignInOver';
import { describeSignIn, type SignInPlace } from './describeSignIn';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default async function HostedSignInPage({ params }: { params: Promise<SignInPlace> }) {
  const { place, shown } = await describeSignIn(params);
  if (!shown) return <SignInOver />;
  return (
    <>
      <SignInHeading title="Sign in" shown={shown} />
      <SignInForm
        place={place}
        username={shown.username}
        passwordMinimumLength={shown.passwordMinimumLength}
      />
      {shown.selfSignUp && (
        <p className="text-muted mt-6 text-sm">
          No account yet?{' '}
          <Link
            className="text-accent-ink underline"
            href={`/userpools/${place.userPoolId}/interaction/${place.uid}/sign-up`}
          >
            Sign up
          </Link>
        </p>
      )}
    </>
  );
}
