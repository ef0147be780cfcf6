import type { ServicesDocument } from '@gatehouse/gateway/snapshot';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { settings } from '@/db/schema';
import type { Settings } from '../control';
import type { Secrets } from '../ports';
import { SERVICE_SECRET } from '../storedSettings';

/** Where AWS services are reached and as whom, with the secret opened: for the engine alone. Undefined: as by default. */
export async function readServices(
  db: Db,
  secrets: Secrets,
  { serviceEndpoints: endpoints, serviceAccessKeyId: accessKeyId }: Settings,
): Promise<ServicesDocument | undefined> {
  const [sealed] = await db.select().from(settings).where(eq(settings.name, SERVICE_SECRET));
  const secret = typeof sealed?.value === 'string' ? secrets.decrypt(sealed.value) : undefined;
  const credentials = accessKeyId && secret ? { accessKeyId, secretAccessKey: secret } : undefined;
  if (!credentials && Object.keys(endpoints).length === 0) return undefined;
  return { endpoints, ...(credentials && { credentials }) };
}
