import type { ReactNode } from 'react';
import { Brand } from '@/components/ui/Brand';

export default function AccessLayout({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh items-center justify-center px-4 py-12">
      <div className="w-full max-w-sm">
        <Brand href="/" className="mb-8 w-fit" />
        {children}
      </div>
    </main>
  );
}
