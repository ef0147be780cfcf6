import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/currentActor';
import { PasswordForm } from './_components/PasswordForm';
import { SignOutEverywhereButton } from './_components/SignOutEverywhereButton';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const user = await currentUser();
  if (!user) redirect('/sign-in?next=/account');
  return (
    <div className="max-w-md space-y-10">
      <header className="space-y-2">
        <h1 className="font-semibold text-3xl tracking-tight">Account</h1>
        <p className="break-words text-muted">
          {user.name}, {user.email}
        </p>
      </header>
      {user.provider === 'credentials' ? (
        <PasswordForm />
      ) : (
        <p className="text-muted">You sign in with {user.provider}; your password is kept there.</p>
      )}
      <SignOutEverywhereButton />
    </div>
  );
}
