import type { Metadata } from 'next';
import { control } from '@/lib/runtime/slot';
import { SharingPolicy } from '../_components/SharingPolicy';
import { findProduct } from '../findProduct';

export const metadata: Metadata = { title: 'Sharing policy' };

export default async function SharingPage({ params }: { params: Promise<{ portalProductId: string }> }) {
  const { actor, product, editable } = await findProduct((await params).portalProductId);
  const policy = await control().portals.products.sharingPolicy(actor, product.portalProductId);
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 p-5">
      <p className="max-w-[80ch] text-muted">
        Which other AWS accounts may put this product into their portals. This installation is one account and
        every portal here may include the product; the policy is checked, kept and told to AWS’s tools.
      </p>
      <SharingPolicy
        portalProductId={product.portalProductId}
        {...(policy !== undefined && { policy })}
        editable={editable}
      />
    </div>
  );
}
