import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { openReader, type Reader } from '@/lib/auth/portalSites/readerSession';
import type { CognitoConfig } from '@/lib/auth/portalSites/siteSignIn';
import { isControlError } from '@/lib/model/ControlError';
import type { PortalSite } from '@/lib/model/portalSite';
import { control } from '@/lib/runtime/slot';
import { basePathOf } from '../portalHost';

export const readerCookie = 'portal_reader';
export const attemptCookie = 'portal_sign_in';

/** What a browser may see of a portal. */
export type SiteAccess =
  /** not published, or not there */
  | { state: 'missing' }
  /** for readers who sign in, and nobody has */
  | { state: 'closed'; cognitoConfig: CognitoConfig }
  | { state: 'open'; site: PortalSite; cognitoConfig?: CognitoConfig; reader?: Reader };

/**
 * The one place that decides who reads a published portal: pages, calls that are tried and downloads all come by
 * here. Whatever is not known to be open is closed.
 */
export const readSite = cache(async (portalId: string): Promise<SiteAccess> => {
  const found = await orNothing(control().portals.site(portalId));
  if (!found) return { state: 'missing' };
  const { site, authorization } = found;
  if ('none' in authorization) return { state: 'open', site };
  const { cognitoConfig } = authorization;
  const sealed = (await cookies()).get(readerCookie)?.value;
  const reader = await openReader(signingSecret(), { portalId, ...cognitoConfig }, sealed);
  return reader ? { state: 'open', site, cognitoConfig, reader } : { state: 'closed', cognitoConfig };
});

/** A preview is for whoever knows its address. */
export const readPreview = cache(
  async (portalId: string, token: string): Promise<{ site: PortalSite; expiresAt: number } | undefined> => {
    const site = await orNothing(control().portals.previewSite(portalId, token));
    if (!site) return undefined;
    const { preview } = await control().portals.get(system, portalId);
    return preview && { site, expiresAt: preview.expiresAt };
  },
);

/** Stands for a reader whom this file has let in. */
export const system = { kind: 'system', reason: 'for the readers of a portal' } as const;

/** The path below which the portal lies for this browser. */
export const sitePath = async (portalId: string): Promise<string> => basePathOf(portalId, await headers());

/** @throws Error where the process was not started by Gatehouse: nothing may be signed with no secret */
export function signingSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set');
  return secret;
}

async function orNothing<Found>(asked: Promise<Found>): Promise<Found | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') return undefined;
    throw error;
  }
}
