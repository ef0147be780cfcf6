import type { ReactNode } from 'react';

/** The people of a pool belong to its apps: these pages lead nowhere else. */
export default function HostedLayout({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh items-center justify-center px-4 py-12">
      <div className="w-full max-w-sm">{children}</div>
    </main>
  );
}
