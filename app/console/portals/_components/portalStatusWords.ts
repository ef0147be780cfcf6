import type { Portal } from '@/lib/model/portalSite';

/** What is to be said of a portal's state, in this order. */
export function portalStatusWords(portal: Pick<Portal, 'publishStatus' | 'isChanged' | 'lastPublished'>) {
  if (portal.publishStatus === 'DISABLED')
    return [portal.lastPublished === undefined ? 'Not published' : 'Disabled'];
  return portal.isChanged ? ['Published', 'Changed since'] : ['Published'];
}
