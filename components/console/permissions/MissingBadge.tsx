'use client';

import { TriangleAlert } from 'lucide-react';
import { Badge } from '@/components/ui/Badge';
import { functionWords, invocationUri } from '../functionUri';
import { useApiPermissions } from './ApiPermissions';

/**
 * In a list: that what this line calls does not let the API invoke it. Nothing where all is well.
 * @param props.usedBy as the permissions name the place: `GET /pets`, `authorizer guard`
 */
export function MissingBadge({ usedBy, compact }: { usedBy: readonly string[]; compact?: boolean }) {
  const found = useApiPermissions()?.missing.find((each) => usedBy.includes(each.usedBy));
  if (!found) return null;
  return (
    <Badge
      tone="warning"
      title={`${functionWords(invocationUri(found.functionArn))} does not let this API invoke it`}
    >
      <TriangleAlert aria-hidden />
      <span className={compact ? 'sr-only' : undefined}>Not permitted</span>
    </Badge>
  );
}
