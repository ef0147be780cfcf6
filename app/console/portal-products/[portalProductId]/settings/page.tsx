import type { Metadata } from 'next';
import { ProductForm as StageForm } from '@/app/console/portal/_components/ProductForm';
import { Section } from '@/components/ui/Section';
import { control } from '@/lib/runtime/slot';
import { DeleteProductSection } from '../_components/DeleteProductSection';
import { ProductSettings } from '../_components/ProductSettings';
import { findProduct } from '../findProduct';

export const metadata: Metadata = { title: 'Settings of a product' };

export default async function ProductSettingsPage({
  params,
}: {
  params: Promise<{ portalProductId: string }>;
}) {
  const { actor, product, including, editable } = await findProduct((await params).portalProductId);
  const shown = product.stage
    ? (await control().portal.products(actor)).find(({ id }) => id === product.portalProductId)
    : undefined;
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-6 p-5">
      {shown ? (
        <Section
          title={`Stage ${shown.stageName}`}
          description="This product shows a whole stage, with its reference. The catalogue has it too if you say so."
        >
          <StageForm
            product={shown}
            restApiId={shown.restApiId}
            stageName={shown.stageName}
            apiName={shown.displayName}
            editable={editable}
          />
        </Section>
      ) : (
        <ProductSettings product={product} editable={editable} />
      )}
      {editable && <DeleteProductSection product={product} including={including} />}
    </div>
  );
}
