import { compilePolicy, MalformedPolicy } from '@gatehouse/gateway/identity';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { jsonPlace } from '@/lib/model/jsonPlace';
import { read, write } from '../operation';
import { badRequest } from '../parse';
import { findProduct, lockProduct } from './findProduct';

/** AWS's bound of the document, in characters (PutPortalProductSharingPolicy). */
const longest = 307_200;

/**
 * A sharing policy lets other accounts include a product in their portals
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-portals-share-portal-product.html). This
 * installation is one account: there is no other to whom the policy could give anything. It is checked, kept and told
 * back, for tools that write it.
 */
export const getSharingPolicy = read(
  { name: 'GetPortalProductSharingPolicy', permission: 'viewer' },
  async ({ db }, portalProductId: string): Promise<string | undefined> =>
    (await findProduct(db, portalProductId)).sharingPolicy ?? undefined,
);

export const putSharingPolicy = write(
  { name: 'PutPortalProductSharingPolicy', permission: 'editor' },
  async ({ db, audit }, portalProductId: string, policyDocument: string): Promise<void> => {
    refuseMalformed(policyDocument);
    await store(db, portalProductId, policyDocument);
    audit(portalProductId, { sharingPolicy: 'put' });
  },
);

export const deleteSharingPolicy = write(
  { name: 'DeletePortalProductSharingPolicy', permission: 'editor' },
  async ({ db, audit }, portalProductId: string): Promise<void> => {
    await store(db, portalProductId, null);
    audit(portalProductId, { sharingPolicy: 'deleted' });
  },
);

/** No portal shows it: the product is not modified by it. */
async function store(db: Db, portalProductId: string, sharingPolicy: string | null): Promise<void> {
  const { id } = await lockProduct(db, portalProductId);
  await db.update(portalProducts).set({ sharingPolicy }).where(eq(portalProducts.id, id));
}

function refuseMalformed(policyDocument: unknown): void {
  const field = 'policyDocument';
  if (typeof policyDocument !== 'string' || policyDocument.length === 0 || policyDocument.length > longest)
    throw badRequest({ field, message: 'A sharing policy has 1 to 307,200 characters' });
  try {
    compilePolicy(policyDocument, { kind: 'resource', expandResource: (resource) => resource });
  } catch (error) {
    if (!(error instanceof MalformedPolicy)) throw error;
    const line = jsonPlace(policyDocument, error.path)?.from;
    throw new ControlError('BadRequestException', error.message, [
      { field, message: error.message, ...(line !== undefined && { line }) },
    ]);
  }
}
