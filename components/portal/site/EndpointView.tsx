import { CodeSamples } from '@/components/portal/CodeSamples';
import { Markdown } from '@/components/portal/Markdown';
import { operations } from '@/components/portal/operations';
import { Reference } from '@/components/portal/Reference';
import { CopyButton } from '@/components/ui/CopyButton';
import { MethodBadge } from '@/components/ui/MethodBadge';
import type { SiteEndpoint } from '@/lib/model/portalSite';
import type { SiteView } from './SiteView';
import { sampleUrl } from './sampleUrl';
import { withoutProse } from './withoutProse';

/** One endpoint: how it is called, what its owner says of it, what it takes and answers, and a call to try. */
export function EndpointView({ view, endpoint }: { view: SiteView; endpoint: SiteEndpoint }) {
  const { productRestEndpointPageId: id, method, path, operationName, body } = endpoint;
  const isPreview = view.previewUntil !== undefined;
  return (
    <article className="space-y-8">
      <header className="space-y-3">
        <h1 className="wrap-anywhere font-semibold text-3xl tracking-tight">{operationName || path}</h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <MethodBadge method={method} />
          <code className="wrap-anywhere font-mono">{path}</code>
        </p>
        <CopyButton value={endpoint.endpoint} what="endpoint" showValue className="-ml-1" />
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          {body ? <Markdown text={body} /> : <p className="text-muted">Nothing more is written about it.</p>}
        </div>
        <Samples endpoint={endpoint} />
      </div>
      <section aria-labelledby="call" className="site-endpoint space-y-2">
        <div className="flex flex-wrap items-baseline gap-x-5">
          <h2 id="call" className="font-semibold text-xl">
            Request and responses
          </h2>
          {!isPreview && (
            <a href={`${view.base}/openapi/${id}`} className="text-accent-ink text-small underline">
              Download the OpenAPI document
            </a>
          )}
        </div>
        <Reference
          // swagger-ui keeps where it sends calls: another endpoint's is another one.
          key={id}
          open
          tryItPath={endpoint.tryIt && !isPreview ? `${view.base}/try/${id}` : null}
          openapi={withoutProse(endpoint.openapi)}
          invokeUrl={endpoint.invokeUrl}
          keys={[]}
        />
      </section>
    </article>
  );
}

function Samples({ endpoint }: { endpoint: SiteEndpoint }) {
  const [operation] = operations(endpoint.openapi);
  return (
    <aside aria-label="Code samples" className="min-w-0">
      <CodeSamples
        call={{
          method: operation?.method ?? endpoint.method,
          url: sampleUrl(endpoint),
          credentials: operation?.credentials ?? [],
        }}
      />
    </aside>
  );
}
