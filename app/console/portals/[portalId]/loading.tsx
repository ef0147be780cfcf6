import { SkeletonRows } from '@/components/ui/Skeleton';

/** Below the tabs, which stay. */
export default function Loading() {
  return <SkeletonRows rows={6} label="Loading" />;
}
