'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import type { Product } from '@/lib/model/portalSite';

/** The products that the portal does not have yet, and a way to make one. */
export function AddProductMenu({ products, onAdd }: { products: Product[]; onAdd: (id: string) => void }) {
  return (
    <DropdownMenu
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          Add product
        </Button>
      }
      items={[
        ...products.map(({ portalProductId, displayName }) => ({
          label: displayName,
          onSelect: () => onAdd(portalProductId),
        })),
        ...(products.length > 0 ? [{ kind: 'separator' as const }] : []),
        { label: 'Create a product', href: '/console/portal-products?create=1', icon: <Plus /> },
      ]}
    />
  );
}
