import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { functions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { functionTags } from '@/lib/model/function';
import { read, write } from '../operation';
import { parse } from '../parse';
import { lockFunction } from './findFunction';
import { functionArn } from './functionRow';

export const readFunctionTags = read(
  { name: 'ListTags', permission: 'viewer' },
  async ({ db, ports }, functionName: string): Promise<Record<string, string>> => {
    const [row] = await db
      .select({ tags: functions.tags })
      .from(functions)
      .where(eq(functions.functionName, functionName));
    if (row) return row.tags;
    const arn = functionArn(ports.config, functionName);
    throw new ControlError('NotFoundException', `Function not found: ${arn}`);
  },
);

const holder = z.object({ tags: functionTags });

/** Adds and replaces `put`, then takes away those of the keys in `remove`. */
export const changeFunctionTags = write(
  { name: 'TagResource', permission: 'editor' },
  async (
    call,
    functionName: string,
    { put = {}, remove = [] }: { put?: Record<string, string>; remove?: string[] },
  ): Promise<void> => {
    const before = await lockFunction(call, functionName);
    const kept = Object.entries({ ...before.tags, ...put }).filter(([key]) => !remove.includes(key));
    const { tags } = parse(holder, { tags: Object.fromEntries(kept) });
    await call.db.update(functions).set({ tags }).where(eq(functions.functionName, functionName));
    call.audit(functionArn(call.ports.config, functionName), { tags });
  },
);
