import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { logGroups } from '@/db/schema';
import { logGroupName } from '@/lib/model/accessLog';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { parse } from '../parse';

const input = z.object({ logGroupName });

/** One that lines made is taken over: it was there by chance, now it stays. */
export const createLogGroup = write(
  { name: 'CreateLogGroup', permission: 'editor' },
  async (call, name: string): Promise<void> => {
    parse(input, { logGroupName: name });
    const made = await call.db
      .insert(logGroups)
      .values({ logGroupName: name, createdDate: call.now, stays: true })
      .onConflictDoUpdate({
        target: logGroups.logGroupName,
        set: { stays: true },
        setWhere: eq(logGroups.stays, false),
      })
      .returning();
    if (made.length === 0)
      throw new ControlError('ConflictException', 'The specified log group already exists');
    call.audit(name);
  },
);
