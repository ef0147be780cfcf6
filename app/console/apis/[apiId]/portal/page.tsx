import type { Metadata } from 'next';
import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { ProductForm } from '@/app/console/portal/_components/ProductForm';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Section } from '@/components/ui/Section';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';

export const metadata: Metadata = { title: 'Portal' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ stage?: string }> };

/** The portal pages of this API: one a stage, for the stages that have one or are asked for. */
export default async function ApiPortalPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  const [stages, products] = await Promise.all([
    control().stages.list(actor, apiId),
    control().portal.products(actor),
  ]);
  const names = stages.map(({ stageName }) => stageName);
  if (names.length === 0) return <NoStage />;
  const own = products.filter((each) => each.restApiId === apiId);
  const written = names.filter((name) => own.some((each) => each.stageName === name));
  const wanted = (await searchParams).stage ?? (written.length === 0 ? names[0] : undefined);
  const shown = names.filter((name) => name === wanted || written.includes(name));
  const others = names.filter((name) => !shown.includes(name));
  return (
    <div className="grid max-w-5xl content-start gap-6 p-5">
      {shown.map((stageName) => {
        const product = own.find((each) => each.stageName === stageName);
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
      {others.length > 0 && canEdit(actor) && <OtherStages apiId={apiId} names={others} />}
    </div>
  );
}

function OtherStages({ apiId, names }: { apiId: string; names: string[] }) {
  return (
    <Section title="Stages without a page" description="Each stage may have a page of its own in the portal.">
      <ul className="flex flex-wrap gap-2">
        {names.map((name) => (
          <li key={name}>
            <Button asChild size="sm">
              <Link href={`/console/apis/${apiId}/portal?stage=${encodeURIComponent(name)}`}>
                Write a page for {name}
              </Link>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const NoStage = () => (
  <div className="p-5">
    <EmptyState title="No stage yet">
      The portal shows a stage. Deploy this API first, then write its page here.
    </EmptyState>
  </div>
);
