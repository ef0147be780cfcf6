import { Badge } from '@/components/ui/Badge';
import type { Portal } from '@/lib/model/portalSite';
import { portalStatusWords } from './portalStatusWords';

/** Whether readers find the portal, and whether they see all that is in it. */
export function PortalStatus({ portal }: { portal: Portal }) {
  const [status, changed] = portalStatusWords(portal);
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Badge tone={portal.publishStatus === 'PUBLISHED' ? 'success' : 'neutral'}>{status}</Badge>
      {changed && (
        <Badge tone="warning" title="The portal or one of its products was changed since it was published">
          {changed}
        </Badge>
      )}
    </span>
  );
}
