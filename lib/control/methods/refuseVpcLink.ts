import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { vpcLinks } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { Integration } from '@/lib/model/integration';

/** A VPC link that is not there. One that is there stays until the transaction ends. */
export async function refuseVpcLink(db: Db, { connectionId }: Integration): Promise<FieldError[]> {
  if (!isLiteralLink(connectionId)) return [];
  const [link] = await db
    .select({ id: vpcLinks.id })
    .from(vpcLinks)
    .where(eq(vpcLinks.id, connectionId))
    .for('key share');
  return link ? [] : [{ field: 'connectionId', message: 'Invalid Vpc Link identifier specified' }];
}

/** Which link a stage variable names is known with the call only. */
export function isLiteralLink(connectionId: string | undefined): connectionId is string {
  return connectionId !== undefined && !connectionId.includes('${stageVariables.');
}
