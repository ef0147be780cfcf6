import { Skeleton } from '@/components/ui/Skeleton';

const rows = ['w-20', 'w-36', 'w-44', 'w-40', 'w-44', 'w-32', 'w-40'];

/** The tree and the editor, before their content. */
export default function Loading() {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col md:flex-row">
      <div className="shrink-0 space-y-2.5 border-b p-3 md:w-80 md:border-r md:border-b-0">
        <Skeleton className="h-control" />
        {rows.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <Skeleton key={index} className={width} />
        ))}
      </div>
      <div className="min-w-0 flex-1 space-y-5 p-5">
        <Skeleton className="h-7 w-64" />
        <Skeleton className="h-40 max-w-3xl" />
      </div>
    </div>
  );
}
