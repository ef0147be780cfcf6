import type { Metadata } from 'next';
import { control } from '@/lib/runtime/slot';
import { IncludedProducts } from '../_components/IncludedProducts';
import { findPortal } from '../findPortal';

export const metadata: Metadata = { title: 'Products of a portal' };

export default async function PortalProductsPage({ params }: { params: Promise<{ portalId: string }> }) {
  const { actor, portal, editable } = await findPortal((await params).portalId);
  const products = await control().portals.products.list(actor);
  return <IncludedProducts portal={portal} products={products} editable={editable} />;
}
