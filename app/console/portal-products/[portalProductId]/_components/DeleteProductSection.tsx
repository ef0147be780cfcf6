'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Fragment } from 'react';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Product } from '@/lib/model/portalSite';
import { deleteProduct, restoreProduct } from '../../actions';
import type { IncludingPortal } from '../findProduct';

/** At once, with a way back; refused, and told before, while a portal includes the product. */
export function DeleteProductSection({
  product,
  including,
}: {
  product: Product;
  including: IncludingPortal[];
}) {
  const { portalProductId, displayName } = product;
  const router = useRouter();
  const action = useAction(deleteProduct, { announce: true });
  const restore = useAction(restoreProduct, { announce: true });
  const remove = async () => {
    const whole = await action.run({ portalProductId });
    if (!whole) return;
    undoToast(`${displayName} deleted with its pages`, async () => {
      if (await restore.run(whole)) router.refresh();
    });
    router.push('/console/portal-products');
    router.refresh();
  };
  return (
    <Section
      title="Delete"
      description={
        including.length === 0
          ? 'Its pages and endpoints go with it; the APIs stay.'
          : 'A product that portals include cannot be deleted: remove it from them first.'
      }
    >
      {including.length > 0 && (
        <p>
          Included in{' '}
          {including.map(({ portalId, name }, index) => (
            <Fragment key={portalId}>
              {index > 0 && ', '}
              <Link href={`/console/portals/${portalId}/products`} className="text-accent-ink underline">
                {name}
              </Link>
            </Fragment>
          ))}
          .
        </p>
      )}
      <Button
        variant="danger"
        busy={action.pending}
        disabled={including.length > 0}
        className="justify-self-start"
        onClick={() => void remove()}
      >
        Delete product
      </Button>
    </Section>
  );
}
