import type { ReactNode } from 'react';

/** One figure with its name; `note` says what it is made of. */
export function Stat({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="min-w-0 border-l pl-3">
      <p className="text-muted text-small">{label}</p>
      <p className="tabular font-semibold text-[20px] leading-7">{value}</p>
      {note && <p className="text-muted text-small">{note}</p>}
    </div>
  );
}
