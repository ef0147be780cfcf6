import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { portals } from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import { runRead } from '../operation';
import { defaultDomainName, unknownPortal } from './findPortal';
import type { PortalsControl } from './PortalsControl';
import { publishedCopy } from './publishedCopy';
import { hashOf } from './publishPortals';

const visitor = { kind: 'visitor' } as const;

/** Who may read it is decided by the portal as it is now, not as it was published. */
export function site(context: ControlContext): PortalsControl['site'] {
  return (portalId) => runRead(context, visitor, (call) => publishedCopy(call, portalId));
}

/** Whose token is wrong costs no reading of the copy. */
export function previewSite(context: ControlContext): PortalsControl['previewSite'] {
  return (portalId, token) =>
    runRead(context, visitor, async ({ db, now }) => {
      const isTold = eq(portals.previewTokenHash, hashOf(String(token)));
      const [row] = await db
        .select({ preview: portals.preview })
        .from(portals)
        .where(and(eq(portals.id, portalId), isTold, gt(portals.previewExpiresAt, now)));
      if (!row?.preview) throw unknownPortal();
      return row.preview;
    });
}

/**
 * A portal with a name of its own has no other, as on AWS
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-portals-use-portal.html).
 */
export function siteOfHost(context: ControlContext): PortalsControl['siteOfHost'] {
  return (host) =>
    runRead(context, visitor, async ({ db, ports }) => {
      const name = String(host).toLowerCase().replace(/\.$/, '');
      const id = /^p-([a-z0-9]+)\.apigw-portal\./.exec(name)?.[1];
      const isDefault = id !== undefined && defaultDomainName(ports.config.publicUrl, id) === name;
      const named = isDefault
        ? and(eq(portals.id, id), isNull(portals.domainName))
        : eq(portals.domainName, name);
      const [row] = await db
        .select({ id: portals.id })
        .from(portals)
        .where(and(named, isNotNull(portals.published)));
      return row?.id;
    });
}
