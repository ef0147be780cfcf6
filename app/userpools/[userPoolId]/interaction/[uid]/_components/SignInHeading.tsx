import type { HostedSignIn } from '@/lib/auth/userPools/HostedPages';

/** Which account is asked for, and which app it goes to: nobody types a password without knowing both. */
export function SignInHeading({ title, shown }: { title: string; shown: HostedSignIn }) {
  return (
    <header className="mb-6 space-y-1">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p className="text-muted break-words text-sm">
        {shown.clientName} asks for your {shown.poolName} account.
      </p>
    </header>
  );
}
