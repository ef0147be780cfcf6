import { z } from 'zod';
import { functionTags } from '@/lib/model/function';
import type { OperationCall } from '../../Service';
import { readFunctionName } from './functionName';
import { inputOf } from './inputOf';
import type { LambdaRuns } from './LambdaRuns';

const members = z.object({ Tags: functionTags });

export const tags: LambdaRuns = {
  ListTags: async (call) => ({
    Tags: await call.door.control.functions.tags(call.actor, taggedFunction(call)),
  }),
  TagResource: async (call) => {
    const { Tags: put } = await inputOf(call, members);
    await call.door.control.functions.changeTags(call.actor, taggedFunction(call), { put });
  },
  UntagResource: async (call) => {
    const remove = new URLSearchParams(call.request.query).getAll('tagKeys');
    await call.door.control.functions.changeTags(call.actor, taggedFunction(call), { remove });
  },
};

/** Tags are a function's, never a version's. */
export function taggedFunction({ input, door }: OperationCall): string {
  return readFunctionName(String(input.Resource), door).functionName;
}
