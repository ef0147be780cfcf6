import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Section } from '@/components/ui/Section';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { ProductForm } from './ProductForm';

/**
 * The portal pages of an API of any kind: one a stage, for the stages that have one or are asked for.
 * @param stageNames of stages that serve something
 * @param path of this page
 */
export async function PortalPages(props: {
  actor: Actor;
  apiId: string;
  apiName: string;
  stageNames: string[];
  wanted: string | undefined;
  path: string;
}) {
  const { actor, apiId, stageNames } = props;
  if (stageNames.length === 0) return <NoStage />;
  const products = await control().portal.products(actor);
  const own = products.filter((each) => each.restApiId === apiId);
  const written = stageNames.filter((name) => own.some((each) => each.stageName === name));
  const wanted = props.wanted ?? (written.length === 0 ? stageNames[0] : undefined);
  const shown = stageNames.filter((name) => name === wanted || written.includes(name));
  const others = stageNames.filter((name) => !shown.includes(name));
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
              apiName={props.apiName}
              editable={canEdit(actor)}
            />
          </Section>
        );
      })}
      {others.length > 0 && canEdit(actor) && <OtherStages path={props.path} names={others} />}
    </div>
  );
}

function OtherStages({ path, names }: { path: string; names: string[] }) {
  return (
    <Section title="Stages without a page" description="Each stage may have a page of its own in the portal.">
      <ul className="flex flex-wrap gap-2">
        {names.map((name) => (
          <li key={name}>
            <Button asChild size="sm">
              <Link href={`${path}?stage=${encodeURIComponent(name)}`}>Write a page for {name}</Link>
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
