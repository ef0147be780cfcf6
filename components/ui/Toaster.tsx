'use client';
import { useTheme } from 'next-themes';
import { Toaster as Sonner, toast } from 'sonner';

/** Where toasts appear; once, in the root. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      toastOptions={{
        style: {
          background: 'var(--canvas)',
          color: 'var(--ink)',
          borderColor: 'var(--line-strong)',
          borderRadius: 6,
          boxShadow: 'none',
          fontFamily: 'var(--font-sans)',
        },
      }}
    />
  );
}

/** Says that something happened, with a way back where there is one. */
export function undoToast(message: string, undo: () => void): void {
  toast(message, { duration: 8000, action: { label: 'Undo', onClick: undo } });
}

export { toast };
