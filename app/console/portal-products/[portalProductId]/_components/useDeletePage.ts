'use client';

import { useRouter } from 'next/navigation';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { ProductPage } from '@/lib/model/portalSite';
import { createPage, deletePage } from '../../actions';
import type { OutlineProps } from './OutlinePane';

/** Deletes a page at once; undo makes it again where it was, under another id. */
export function useDeletePage(props: OutlineProps) {
  const { portalProductId, order, shown, onGone } = props;
  const router = useRouter();
  const removal = useAction(deletePage, { announce: true });
  const restore = useAction(createPage, { announce: true });
  return async ({ productPageId, title, body }: ProductPage) => {
    if (!(await removal.run({ portalProductId, productPageId }))) return;
    if (shown === `page:${productPageId}`) onGone();
    undoToast(`${title} deleted`, async () => {
      const restored = { id: productPageId, displayOrder: order };
      if (await restore.run({ portalProductId, input: { title, body }, restored })) router.refresh();
    });
    router.refresh();
  };
}
