import type { ReactNode } from 'react';

/** Title and one sentence above each of the access forms. */
export function AccessHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-6 space-y-1">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {children && <p className="text-muted text-sm">{children}</p>}
    </header>
  );
}
