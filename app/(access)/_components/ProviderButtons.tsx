'use client';

import { signIn } from 'next-auth/react';
import { Button } from '@/components/ui/Button';

export interface Provider {
  id: string;
  name: string;
}

/** One for each identity provider that the environment configures; it makes the account when there is none. */
export function ProviderButtons({ providers, returnTo }: { providers: Provider[]; returnTo: string }) {
  if (providers.length === 0) return null;
  return (
    <div className="mt-4 grid gap-2 border-t pt-4">
      {providers.map((provider) => (
        <Button key={provider.id} onClick={() => signIn(provider.id, { callbackUrl: returnTo })}>
          Continue with {provider.name}
        </Button>
      ))}
    </div>
  );
}
