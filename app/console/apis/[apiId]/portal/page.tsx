import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { ProductForm } from '@/app/console/portal/_components/ProductForm';
import { EmptyState } from '@/components/ui/EmptyState';
import { Section } from '@/components/ui/Section';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';

export const metadata: Metadata = { title: 'Portal' };

/** The portal page of each stage of this API. */
export default async function ApiPortalPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  const [stages, products] = await Promise.all([
    control().stages.list(actor, apiId),
    control().portal.products(actor),
  ]);
  if (stages.length === 0) {
    return (
      <div className="p-5">
        <EmptyState title="No stage yet">
          The portal shows a stage. Deploy this API first, then write its page here.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="grid max-w-5xl content-start gap-6 p-5">
      {stages.map(({ stageName }) => {
        const product = products.find((each) => each.restApiId === apiId && each.stageName === stageName);
        return (
          <Section
            key={stageName}
            title={`Stage ${stageName}`}
            description={product?.published ? 'Developers see this page.' : 'Not shown in the portal.'}
          >
            <ProductForm
              product={product}
              restApiId={apiId}
              stageName={stageName}
              apiName={api.name}
              editable={canEdit(actor)}
            />
          </Section>
        );
      })}
    </div>
  );
}
