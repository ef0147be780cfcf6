import { eq, inArray, like, or, type SQL } from 'drizzle-orm';
import { portalProducts, tags } from '@/db/schema';
import type { WriteCall } from '../ControlContext';
import { productArn } from '../portals/portalArns';

type Call = Pick<WriteCall, 'db' | 'ports'>;

/**
 * Tags go with what they are of, and with what is below it. To be called once that is deleted: who tags it meanwhile
 * holds it (findTagged), and is waited for. @param path e.g. `/restapis/{id}/stages/{name}`
 */
export async function dropTags({ db, ports }: Call, path: string): Promise<void> {
  const arn = `arn:aws:apigateway:${ports.config.region}::${path}`;
  const below = `${arn.replace(/[\\%_]/g, '\\$&')}/%`;
  await db.delete(tags).where(or(eq(tags.resourceArn, arn), like(tags.resourceArn, below)));
}

/** Those of API keys that go with their app or its owner. */
export async function dropKeyTags({ db, ports }: Call, apiKeyIds: string[]): Promise<void> {
  await dropExactly(
    db,
    apiKeyIds.map((id) => `arn:aws:apigateway:${ports.config.region}::/apikeys/${id}`),
  );
}

/** Deletes the portal products that show a stage which is about to go, as it would itself, with their tags. */
export async function dropProducts({ db, ports }: Call, ofStage: SQL | undefined): Promise<void> {
  const gone = await db.delete(portalProducts).where(ofStage).returning({ id: portalProducts.id });
  await dropExactly(
    db,
    gone.map(({ id }) => productArn(ports.config, id)),
  );
}

async function dropExactly(db: Call['db'], arns: string[]): Promise<void> {
  if (arns.length > 0) await db.delete(tags).where(inArray(tags.resourceArn, arns));
}
