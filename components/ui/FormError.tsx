import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** What an operation said when it refused, where no single field is at fault. Nothing when there is nothing. */
export function FormError({ children }: { children?: ReactNode }) {
  if (!children) return null;
  return (
    <div
      role="alert"
      className="flex gap-2 rounded-md border border-danger/40 bg-danger-fill px-3 py-2 text-danger"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 break-words">{children}</div>
    </div>
  );
}
