import { CircleAlert } from 'lucide-react';
import Link from 'next/link';
import type { EndpointPage } from '@/lib/model/portalSite';

/** The method that the page is about: links to its API and its stage. */
export function EndpointSource({
  endpoint,
  apiName,
}: {
  endpoint: EndpointPage;
  apiName: string | undefined;
}) {
  const { restApiId, stageName } = endpoint;
  if (apiName === undefined)
    return (
      <p className="text-muted">
        Of the API <code>{restApiId}</code>, which is gone, stage {stageName}.
      </p>
    );
  const stage = `/console/apis/${restApiId}/stages?stage=${encodeURIComponent(stageName)}`;
  return (
    <p className="wrap-anywhere text-muted">
      Of{' '}
      <Link href={`/console/apis/${restApiId}/resources`} className="text-accent-ink underline">
        {apiName}
      </Link>
      , stage{' '}
      <Link href={stage} className="text-accent-ink underline">
        {stageName}
      </Link>
      .
    </p>
  );
}

/** Why the endpoint failed, and what puts it right. */
export function EndpointFault({ endpoint, isApiGone }: { endpoint: EndpointPage; isApiGone: boolean }) {
  if (endpoint.status !== 'FAILED') return null;
  const { method, path, stageName, statusMessage } = endpoint;
  return (
    <div
      role="alert"
      className="flex gap-2 rounded-md border border-danger/40 bg-danger-fill px-3 py-2 text-danger"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="wrap-anywhere min-w-0">
        <p className="font-medium">{statusMessage ?? 'The stage does not serve this endpoint.'}</p>
        <p>
          Portals leave it out when they are published.{' '}
          {isApiGone
            ? 'Delete this endpoint and add the one that took its place.'
            : `Deploy ${method} ${path} to the stage ${stageName} again, or delete this endpoint and add the one that took its place.`}
        </p>
      </div>
    </div>
  );
}
