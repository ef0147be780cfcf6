import { and, eq, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portals, userPoolClients, userPools } from '@/db/schema';
import { ControlError, type FieldError } from '@/lib/model/ControlError';
import type { PortalAuthorization, PortalEndpointConfiguration } from '@/lib/model/portalSite';
import type { WriteCall } from '../ControlContext';
import { badRequest } from '../parse';
import { arnOf } from '../userPools/findUserPool';
import { lockIncluded } from './findPortal';

interface Members {
  authorization?: PortalAuthorization | undefined;
  endpointConfiguration?: PortalEndpointConfiguration | undefined;
  portalProductIds?: string[] | undefined;
}

/**
 * Asks the database about what a schema cannot tell.
 * @throws ControlError BadRequestException with every field that is wrong; ConflictException for a taken domain name
 */
export async function checkPortal(call: WriteCall, portalId: string, members: Members): Promise<void> {
  const wrong = [
    ...(await wrongProducts(call.db, members.portalProductIds ?? [])),
    ...(members.authorization ? await wrongAuthorization(call, members.authorization) : []),
    ...wrongDomain(call, members.endpointConfiguration),
  ];
  if (wrong.length > 0) throw badRequest(...wrong);
  await refuseTaken(call.db, portalId, domainNameOf(members.endpointConfiguration));
}

/** The look-up's copy of a portal's own name. */
export const domainNameOf = (configuration: PortalEndpointConfiguration | undefined): string | null =>
  configuration && 'acmManaged' in configuration ? configuration.acmManaged.domainName : null;

async function wrongProducts(db: Db, productIds: string[]): Promise<FieldError[]> {
  const there = new Set(await lockIncluded(db, productIds));
  return productIds.flatMap((id, index) => {
    const field = `portalProductIds.${index}`;
    if (!there.has(id)) return [{ field, message: `There is no portal product ${id.slice(0, 80)}` }];
    return productIds.indexOf(id) < index ? [{ field, message: `Portal product ${id} is named twice` }] : [];
  });
}

/** Readers sign in to a pool of this installation, from a browser: with a client that has no secret to keep. */
async function wrongAuthorization(
  { db, ports }: WriteCall,
  authorization: PortalAuthorization,
): Promise<FieldError[]> {
  if (!('cognitoConfig' in authorization)) return [];
  const { userPoolArn, appClientId, userPoolDomain } = authorization.cognitoConfig;
  const at = 'authorization.cognitoConfig';
  const wrong: FieldError[] = [];
  if (!isWebAddress(userPoolDomain))
    wrong.push({ field: `${at}.userPoolDomain`, message: 'A user pool domain is an http or https URL' });
  const userPoolId = userPoolArn.split('/').at(-1) ?? '';
  // Held until the transaction ends: neither the pool nor its client is deleted meanwhile.
  const [pool] = await db
    .select({ id: userPools.id })
    .from(userPools)
    .where(eq(userPools.id, userPoolId))
    .for('share');
  if (!pool || arnOf(ports.config, pool.id) !== userPoolArn)
    return [...wrong, { field: `${at}.userPoolArn`, message: 'This installation has no such user pool' }];
  const [client] = await db
    .select({ secretSealed: userPoolClients.secretSealed })
    .from(userPoolClients)
    .where(and(eq(userPoolClients.userPoolId, pool.id), eq(userPoolClients.clientId, appClientId)));
  const field = `${at}.appClientId`;
  if (!client) wrong.push({ field, message: 'The user pool has no such app client' });
  else if (client.secretSealed !== null)
    wrong.push({ field, message: 'The app client has a secret: a portal needs one without' });
  return wrong;
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** The console's and the gateway's own hosts, and those of other portals by default, are not to be taken over. */
function wrongDomain(
  { ports }: WriteCall,
  configuration: PortalEndpointConfiguration | undefined,
): FieldError[] {
  const domainName = domainNameOf(configuration);
  if (domainName === null) return [];
  const own = [ports.config.publicUrl, ports.config.gatewayUrl].map((url) => new URL(url).hostname);
  if (!own.includes(domainName) && !own.some((host) => domainName.endsWith(`.apigw-portal.${host}`)))
    return [];
  const field = 'endpointConfiguration.acmManaged.domainName';
  return [{ field, message: `${domainName} is a name of Gatehouse itself` }];
}

async function refuseTaken(db: Db, portalId: string, domainName: string | null): Promise<void> {
  if (domainName === null) return;
  const [other] = await db
    .select({ id: portals.id })
    .from(portals)
    .where(and(eq(portals.domainName, domainName), ne(portals.id, portalId)));
  if (!other) return;
  const message = `Another portal has the domain name ${domainName}`;
  const field = 'endpointConfiguration.acmManaged.domainName';
  throw new ControlError('ConflictException', message, [{ field, message }]);
}
