import { z } from 'zod';
import type { OperationCall } from '../../Service';
import { inputOf, invalid } from './inputOf';

const named = z.object({ logGroupName: z.string().min(1).max(512) });
const made = named.extend({
  kmsKeyId: z.string().optional(),
  tags: z.record(z.string(), z.string()).default({}),
  logGroupClass: z.string().default('STANDARD'),
});

export async function createLogGroup(call: OperationCall) {
  const { logGroupName, kmsKeyId, tags, logGroupClass } = inputOf(call, made);
  if (kmsKeyId !== undefined) throw invalid('Log groups have no KMS key here');
  if (Object.keys(tags).length > 0) throw invalid('Log groups have no tags here');
  if (logGroupClass !== 'STANDARD') throw invalid('Log groups are of the class STANDARD here');
  await call.door.control.logs.create(call.actor, logGroupName);
}

export async function deleteLogGroup(call: OperationCall) {
  await call.door.control.logs.delete(call.actor, inputOf(call, named).logGroupName);
}
