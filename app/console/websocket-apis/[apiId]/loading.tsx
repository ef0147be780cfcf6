import { SkeletonRows } from '@/components/ui/Skeleton';

export default function WebSocketApiLoading() {
  return (
    <div className="p-5">
      <SkeletonRows />
    </div>
  );
}
