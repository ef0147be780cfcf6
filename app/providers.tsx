'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { type ReactNode, useState } from 'react';
import { LeaveDialog } from '@/components/ui/LeaveDialog';
import { Toaster } from '@/components/ui/Toaster';

/** What every page's client components need: query cache, theme, toasts. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 1000, retry: 1 } } }),
  );
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
    >
      <QueryClientProvider client={client}>
        {children}
        <LeaveDialog />
        <Toaster />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
