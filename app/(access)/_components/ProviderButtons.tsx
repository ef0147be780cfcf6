'use client';

import { signIn } from 'next-auth/react';
import { Button } from '@/components/ui/Button';

export interface Provider {
  id: string;
  name: string;
}

/** One for each identity provider, the user pool of the settings among them; it makes the account when there is none. */
export function ProviderButtons({ providers, returnTo }: { providers: Provider[]; returnTo: string }) {
  if (providers.length === 0) return null;
  return (
    <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-2 border-t pt-4">
      {providers.map((provider) => (
        <Button
          key={provider.id}
          className="min-w-0"
          onClick={() => signIn(provider.id, { callbackUrl: returnTo })}
        >
          <span className="truncate">Continue with {provider.name}</span>
        </Button>
      ))}
    </div>
  );
}
