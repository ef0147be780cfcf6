import { Skeleton } from '@/components/ui/Skeleton';

const rows = [1, 2, 3, 4];

/** A tab's title and its rows, before their content. */
export default function Loading() {
  return (
    <div role="status" aria-label="Loading" className="max-w-5xl space-y-3 p-5">
      <Skeleton className="h-7 w-64" />
      {rows.map((row) => (
        <Skeleton key={row} className="h-10" />
      ))}
    </div>
  );
}
