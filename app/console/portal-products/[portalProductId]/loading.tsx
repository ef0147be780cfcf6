import { SkeletonRows } from '@/components/ui/Skeleton';

/** Below the tabs, which stay. */
export default function Loading() {
  return (
    <div className="p-5">
      <SkeletonRows rows={6} label="Loading" />
    </div>
  );
}
