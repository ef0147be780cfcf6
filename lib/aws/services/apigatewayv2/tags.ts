import { z } from 'zod';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label, queryMembers } from './inputOf';

const members = z.object({ tags: z.record(z.string(), z.string()) });
const keys = z.object({ tagKeys: z.union([z.string(), z.array(z.string())]) });

export const tags: Runs = {
  GetTags: async (call) => ({
    tags: await call.door.control.tags.get(call.actor, label(call, 'resourceArn')),
  }),
  TagResource: async (call) => {
    const { tags: wanted } = await bodyOf(call, members);
    await call.door.control.tags.tag(call.actor, label(call, 'resourceArn'), wanted);
    return {};
  },
  UntagResource: async (call) => {
    const { tagKeys } = queryMembers(call, keys);
    // The guide writes the keys with commas, AWS's clients send each by itself.
    const sent = [tagKeys].flat().flatMap((key) => key.split(','));
    await call.door.control.tags.untag(call.actor, label(call, 'resourceArn'), sent);
  },
};
