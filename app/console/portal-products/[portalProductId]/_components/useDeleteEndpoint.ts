'use client';

import { useRouter } from 'next/navigation';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { EndpointPage } from '@/lib/model/portalSite';
import { deleteEndpoint, restoreEndpoint } from '../../actions';
import type { OutlineProps } from './OutlinePane';

/**
 * Deletes an endpoint's page at once; undo makes it again where it was, under another id. One that its stage does not
 * serve cannot be made again, so nothing is promised then.
 */
export function useDeleteEndpoint(props: OutlineProps) {
  const { portalProductId, order, shown, onGone } = props;
  const router = useRouter();
  const removal = useAction(deleteEndpoint, { announce: true });
  const restore = useAction(restoreEndpoint, { announce: true });
  return async (endpoint: EndpointPage) => {
    const {
      productRestEndpointPageId: id,
      restApiId,
      stageName,
      path,
      method,
      overrides,
      tryItState,
    } = endpoint;
    if (!(await removal.run({ portalProductId, productRestEndpointPageId: id }))) return;
    if (shown === `endpoint:${id}`) onGone();
    const said = `${method} ${path} left the product`;
    const input = {
      restApiId,
      stageName,
      path,
      method,
      overrides,
      tryItState: tryItState === 'DISABLED' ? ('DISABLED' as const) : ('ENABLED' as const),
    };
    const undo = async () => {
      const restored = { id, displayOrder: order };
      if (await restore.run({ portalProductId, input, restored })) router.refresh();
    };
    if (endpoint.status === 'FAILED') toast(said);
    else undoToast(said, () => void undo());
    router.refresh();
  };
}
