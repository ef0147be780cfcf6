import type { ReactNode } from 'react';

/** One sentence, and the one thing to do about it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 border-y py-8">
      <p className="max-w-xl text-muted">{children}</p>
      {action}
    </div>
  );
}
