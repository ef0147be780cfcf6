import { control } from '@/lib/runtime/slot';
import { Documentation } from './_components/Documentation';
import { findProduct } from './findProduct';

export default async function DocumentationPage({
  params,
}: {
  params: Promise<{ portalProductId: string }>;
}) {
  const { actor, product, editable } = await findProduct((await params).portalProductId);
  const { portals, restApis } = control();
  const [pages, endpoints, apis] = await Promise.all([
    portals.pages.list(actor, product.portalProductId),
    portals.endpointPages.list(actor, product.portalProductId),
    restApis.list(actor),
  ]);
  return (
    <Documentation
      product={product}
      pages={pages}
      endpoints={endpoints}
      apis={apis.map(({ id, name, stageNames }) => ({ id, name, stageNames }))}
      editable={editable}
    />
  );
}
