import { Badge } from '@/components/ui/Badge';

/** Says in the line of the filters that the figures follow the calls. */
export function Live() {
  return (
    <p className="flex h-control items-center gap-2 text-muted text-small max-sm:col-span-2 sm:ml-auto">
      <Badge tone="success">Live</Badge>
      New calls within 2 seconds
    </p>
  );
}
