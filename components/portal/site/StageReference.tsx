import { withoutPreflights, withPathProse } from '@/components/portal/operations';
import { Reference } from '@/components/portal/Reference';
import { SocketPage } from '@/components/portal/SocketPage';
import { CopyButton } from '@/components/ui/CopyButton';
import type { SiteProduct } from '@/lib/model/portalSite';
import type { SiteView } from './SiteView';

type Stage = NonNullable<SiteProduct['stage']>;

/** All that a stage serves; its calls are tried through the catalogue's product, while that is there. */
export function StageReference(props: { view: SiteView; product: SiteProduct; stage: Stage }) {
  const { view, product, stage } = props;
  return (
    <article className="space-y-6">
      <header className="space-y-2">
        <h1 className="wrap-anywhere font-semibold text-3xl tracking-tight">
          Reference of {product.displayName}
        </h1>
        <CopyButton
          value={stage.invokeUrl}
          what={stage.socket ? 'connect URL' : 'base URL'}
          showValue
          className="-ml-1"
        />
      </header>
      <Content view={view} product={product} stage={stage} />
    </article>
  );
}

function Content({ view, product, stage }: { view: SiteView; product: SiteProduct; stage: Stage }) {
  const isPreview = view.previewUntil !== undefined;
  if (stage.socket) return <SocketPage url={stage.invokeUrl} socket={stage.socket} canTry={!isPreview} />;
  const at = `${view.base}/openapi/${product.portalProductId}`;
  const tryItPath = stage.slug && !isPreview ? `${view.base}/try/${product.portalProductId}` : null;
  return (
    <>
      {!isPreview && (
        <a href={at} className="text-accent-ink text-small underline">
          Download the OpenAPI document
        </a>
      )}
      <Reference
        key={product.portalProductId}
        tryItPath={tryItPath}
        openapi={withoutPreflights(withPathProse(stage.openapi ?? {}))}
        invokeUrl={stage.invokeUrl}
        keys={[]}
      />
    </>
  );
}
