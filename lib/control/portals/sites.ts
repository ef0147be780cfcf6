import { timingSafeEqual } from 'node:crypto';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { portals } from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import { runRead } from '../operation';
import { defaultDomainName, unknownPortal } from './findPortal';
import type { PortalsControl } from './PortalsControl';
import { hashOf } from './publishPortals';

const visitor = { kind: 'visitor' } as const;

/** Who may read it is decided by the portal as it is now, not as it was published. */
export function site(context: ControlContext): PortalsControl['site'] {
  return (portalId) =>
    runRead(context, visitor, async ({ db }) => {
      const { published, authorization } = portals;
      const [row] = await db
        .select({ published, authorization })
        .from(portals)
        .where(eq(portals.id, portalId));
      if (!row?.published) throw unknownPortal();
      return { site: row.published, authorization: row.authorization };
    });
}

export function previewSite(context: ControlContext): PortalsControl['previewSite'] {
  return (portalId, token) =>
    runRead(context, visitor, async ({ db, now }) => {
      const { preview, previewTokenHash, previewExpiresAt } = portals;
      const [row] = await db
        .select({ preview, previewTokenHash, previewExpiresAt })
        .from(portals)
        .where(eq(portals.id, portalId));
      const isTold = row?.previewTokenHash && isSame(row.previewTokenHash, hashOf(String(token)));
      if (!isTold || !row.preview || !row.previewExpiresAt || row.previewExpiresAt <= now)
        throw unknownPortal();
      return row.preview;
    });
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

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
