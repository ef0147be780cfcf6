import { z } from 'zod';
import { inputOf } from './inputOf';
import { paged } from './paged';
import type { Runs } from './Runs';

const address = z.object({ resource_arn: z.string() });
const members = address.extend({ tags: z.record(z.string(), z.string()) });
const keys = address.extend({ tagKeys: z.union([z.string(), z.array(z.string())]) });

export const tags: Runs = {
  GetTags: async (call) => {
    const { resource_arn: arn } = await inputOf(call, address);
    const all = Object.entries(await call.door.control.tags.get(call.actor, arn));
    const { item, position } = paged(
      call,
      all,
      ([key]) => key,
      (entry) => entry,
    );
    return { tags: Object.fromEntries(item), ...(position !== undefined && { position }) };
  },
  TagResource: async (call) => {
    const { resource_arn: arn, tags: wanted } = await inputOf(call, members);
    await call.door.control.tags.tag(call.actor, arn, wanted);
  },
  UntagResource: async (call) => {
    const { resource_arn: arn, tagKeys } = await inputOf(call, keys);
    // The guide writes the keys with commas, AWS's clients send each by itself.
    const sent = [tagKeys].flat().flatMap((key) => key.split(','));
    await call.door.control.tags.untag(call.actor, arn, sent);
  },
};
