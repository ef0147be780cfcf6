import { eq } from 'drizzle-orm';
import { accessLogs, logGroups as written } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { logGroups } from './logGroups';

export const deleteLogGroup = write(
  { name: 'DeleteLogGroup', permission: 'editor' },
  async (call, name: string): Promise<void> => {
    const all = await logGroups(call.db);
    if (!all.some(({ logGroupName }) => logGroupName === name))
      throw new ControlError('NotFoundException', 'The specified log group does not exist.');
    await call.db.delete(accessLogs).where(eq(accessLogs.logGroupName, name));
    await call.db.delete(written).where(eq(written.logGroupName, name));
    call.audit(name);
  },
);
