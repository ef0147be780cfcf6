'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { VpcLinkInput } from '@/lib/model/vpcLink';
import { control } from '@/lib/runtime/slot';

/** Creates the link, or replaces it when `vpcLinkId` is given. */
export const saveVpcLink = action(
  async (actor, { vpcLinkId, input }: { vpcLinkId?: string; input: VpcLinkInput }) => {
    const { vpcLinks } = control();
    const link = vpcLinkId
      ? await vpcLinks.update(actor, vpcLinkId, input)
      : await vpcLinks.create(actor, input);
    revalidatePath('/console', 'layout');
    return link;
  },
);

/** The page of a link that is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteVpcLink = action(async (actor, input: { vpcLinkId: string }) => {
  await control().vpcLinks.delete(actor, input.vpcLinkId);
  return input;
});
