import { eq, like, or } from 'drizzle-orm';
import { tags } from '@/db/schema';
import type { WriteCall } from '../ControlContext';

/** Tags go with what they are of, and with what is below it. @param path e.g. `/restapis/{id}/stages/{name}` */
export async function dropTags({ db, ports }: WriteCall, path: string): Promise<void> {
  const arn = `arn:aws:apigateway:${ports.config.region}::${path}`;
  const below = `${arn.replace(/[\\%_]/g, '\\$&')}/%`;
  await db.delete(tags).where(or(eq(tags.resourceArn, arn), like(tags.resourceArn, below)));
}
