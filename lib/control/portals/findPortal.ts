import { asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts, portals } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Portal } from '@/lib/model/portalSite';
import type { ReadCall } from '../ControlContext';
import type { ControlPorts } from '../ports';
import { lastChanges } from './lastChanges';

const { logo: _logo, published, preview: _preview, ...small } = getTableColumns(portals);
/** A portal without its copies and its logo, which may be megabytes. */
const members = { ...small, isPublished: sql<boolean>`${published} is not null` };
type Members = Omit<typeof portals.$inferSelect, 'logo' | 'published' | 'preview'> & { isPublished: boolean };

export function unknownPortal(): ControlError {
  return new ControlError('NotFoundException', 'Invalid portal identifier specified');
}

export async function readPortals(call: ReadCall): Promise<Portal[]> {
  const rows = await call.db
    .select(members)
    .from(portals)
    .orderBy(asc(sql`${portals.portalContent}->>'displayName'`), asc(portals.id));
  return toPortals(call, rows);
}

/** @throws ControlError NotFoundException */
export async function readPortal(call: ReadCall, portalId: string): Promise<Portal> {
  const rows = await call.db.select(members).from(portals).where(eq(portals.id, portalId));
  const [portal] = await toPortals(call, rows);
  if (!portal) throw unknownPortal();
  return portal;
}

/** Held until the transaction ends: two who publish or change it take turns. */
export async function lockPortal(db: Db, portalId: string): Promise<Members> {
  const [row] = await db.select(members).from(portals).where(eq(portals.id, portalId)).for('update');
  if (!row) throw unknownPortal();
  return row;
}

/** Those of the products that are there, in the order given; they stay until the transaction ends. */
export async function lockIncluded(db: Db, productIds: string[]): Promise<string[]> {
  if (productIds.length === 0) return [];
  const rows = await db
    .select({ id: portalProducts.id })
    .from(portalProducts)
    .where(inArray(portalProducts.id, productIds))
    .orderBy(asc(portalProducts.id))
    .for('share');
  const there = new Set(rows.map(({ id }) => id));
  return productIds.filter((id) => there.has(id));
}

/** A product goes with the stage that it shows: such a one is included no more. */
async function toPortals({ db, now, ports }: ReadCall, rows: Members[]): Promise<Portal[]> {
  const changes = await lastChanges(
    db,
    rows.flatMap((row) => row.portalProductIds),
  );
  return rows.map((row) => toPortal(row, changes, now, ports));
}

function toPortal(row: Members, changes: Map<string, number>, now: Date, ports: ControlPorts): Portal {
  const { lastPublished, logoLastUploaded } = row;
  return {
    portalId: row.id,
    authorization: row.authorization,
    endpointConfiguration: row.endpointConfiguration,
    portalDefaultDomainName: defaultDomainName(ports.config.publicUrl, row.id),
    url: portalUrl(ports.config.publicUrl, row.id),
    portalContent: row.portalContent,
    ...(logoLastUploaded && { logoLastUploaded: logoLastUploaded.getTime() }),
    portalProductIds: row.portalProductIds.filter((id) => changes.has(id)),
    ...(row.rumAppMonitorName !== null && { rumAppMonitorName: row.rumAppMonitorName }),
    publishStatus: row.isPublished ? 'PUBLISHED' : 'DISABLED',
    lastModified: row.lastModified.getTime(),
    ...(lastPublished && { lastPublished: lastPublished.getTime() }),
    ...(row.lastPublishedDescription !== null && { lastPublishedDescription: row.lastPublishedDescription }),
    isChanged: isChanged(row, changes),
    ...livingPreview(row, now, ports),
  };
}

function isChanged({ lastPublished, lastModified, portalProductIds }: Members, changes: Map<string, number>) {
  if (!lastPublished) return false;
  // One that has gone counts as changed: readers see it until the next publication, which forgets it.
  const times = portalProductIds.map((id) => changes.get(id) ?? Number.POSITIVE_INFINITY);
  return Math.max(lastModified.getTime(), ...times) > lastPublished.getTime();
}

function livingPreview(row: Members, now: Date, { config, secrets }: ControlPorts): Pick<Portal, 'preview'> {
  const { previewExpiresAt, previewTokenSealed } = row;
  if (!previewExpiresAt || previewTokenSealed === null || previewExpiresAt <= now) return {};
  const previewUrl = `${portalUrl(config.publicUrl, row.id)}/preview/${secrets.decrypt(previewTokenSealed)}`;
  return { preview: { previewUrl, expiresAt: previewExpiresAt.getTime() } };
}

const portalUrl = (publicUrl: string, portalId: string) =>
  `${publicUrl.replace(/\/+$/, '')}/portals/${portalId}`;

/** The host of every portal that has none of its own. */
export const defaultDomainName = (publicUrl: string, portalId: string) =>
  `p-${portalId}.apigw-portal.${new URL(publicUrl).hostname}`;
