import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { vpcLinks } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { Integration } from '@/lib/model/integration';

/** A VPC link that is not there; one that a stage variable names is known with the call only. */
export async function refuseVpcLink(db: Db, { connectionId }: Integration): Promise<FieldError[]> {
  if (!connectionId || connectionId.includes('${stageVariables.')) return [];
  const [link] = await db.select({ id: vpcLinks.id }).from(vpcLinks).where(eq(vpcLinks.id, connectionId));
  return link ? [] : [{ field: 'connectionId', message: 'Invalid Vpc Link identifier specified' }];
}
