'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { PortalProductInput } from '@/lib/model/portal';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/', 'layout');

export const saveProduct = action(
  async (actor, { productId, input }: { productId: string | null; input: PortalProductInput }) => {
    const product = await control().portal.putProduct(actor, productId, input);
    refresh();
    return product;
  },
);
