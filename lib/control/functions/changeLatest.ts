import { and, eq } from 'drizzle-orm';
import { functionVersions } from '@/db/schema';
import type { WriteCall } from '../ControlContext';
import { findVersion, lockFunction } from './findFunction';
import { LATEST, type VersionRow } from './functionRow';

/** Changes `$LATEST` while nobody else writes to the function. @throws ControlError NotFoundException */
export async function changeLatest(
  call: WriteCall,
  functionName: string,
  change: (row: VersionRow) => Partial<VersionRow>,
): Promise<void> {
  await lockFunction(call, functionName);
  const row = await findVersion(call, functionName);
  await call.db
    .update(functionVersions)
    .set({ ...change(row), lastModified: call.now })
    .where(and(eq(functionVersions.functionName, functionName), eq(functionVersions.version, LATEST)));
}
