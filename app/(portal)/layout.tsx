import type { ReactNode } from 'react';
import { currentUser } from '@/app/currentActor';
import { PortalHeader } from './_components/PortalHeader';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  return (
    <div data-density="roomy" className="flex min-h-dvh flex-col">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-canvas focus:p-3">
        Skip to content
      </a>
      <PortalHeader user={user} />
      <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 sm:px-6">
        {children}
      </main>
    </div>
  );
}
