import { eq, sql } from 'drizzle-orm';
import { portals } from '@/db/schema';
import type { PortalAuthorization, PortalSite } from '@/lib/model/portalSite';
import type { ReadCall } from '../ControlContext';
import type { ControlPorts } from '../ports';
import { unknownPortal } from './findPortal';
import { longestCopy } from './renderSite';

interface Kept {
  /** of the row that the copy was read from */
  version: string;
  site: PortalSite;
  /** characters of the copy's JSON */
  length: number;
}

/** Characters of JSON; the largest copy is among them. */
const mostKept = 2 * longestCopy;

/** Of each process, and of a transaction its own; what was read last stands last. */
const kept = new WeakMap<ControlPorts, Map<string, Kept>>();

/** Another for each state of a row that can be seen: who wrote it, and where it lies. */
const version = sql<string>`${portals}.xmin::text || ${portals}.ctid::text`;

/**
 * What readers see, with who they may be now. A copy may be megabytes, which each page, call and refusal would read
 * and parse again: it is read anew only when its row was written. Nobody changes what is handed out.
 * @throws ControlError NotFoundException for a portal that is not published, as for one that is not there
 */
export async function publishedCopy(
  call: ReadCall,
  portalId: string,
): Promise<{ site: PortalSite; authorization: PortalAuthorization }> {
  const [row] = await call.db
    .select({
      version,
      authorization: portals.authorization,
      isPublished: sql<boolean>`${portals.published} is not null`,
    })
    .from(portals)
    .where(eq(portals.id, portalId));
  if (!row?.isPublished) throw unknownPortal();
  const copies = kept.get(call.ports) ?? new Map<string, Kept>();
  kept.set(call.ports, copies);
  const known = copies.get(portalId);
  const { site } = keep(
    copies,
    portalId,
    known?.version === row.version ? known : await readCopy(call, portalId),
  );
  return { site, authorization: row.authorization };
}

async function readCopy({ db }: ReadCall, portalId: string): Promise<Kept> {
  const { published } = portals;
  const [row] = await db
    .select({ version, published, length: sql<number>`length(${published}::text)` })
    .from(portals)
    .where(eq(portals.id, portalId));
  if (!row?.published) throw unknownPortal();
  return { version: row.version, site: row.published, length: row.length };
}

function keep(copies: Map<string, Kept>, portalId: string, copy: Kept): Kept {
  copies.delete(portalId);
  copies.set(portalId, copy);
  let length = 0;
  for (const [id, each] of [...copies].reverse()) {
    length += each.length;
    if (length > mostKept) copies.delete(id);
  }
  return copy;
}
