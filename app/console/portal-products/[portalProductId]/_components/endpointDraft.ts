import type { EndpointPage, EndpointPageUpdate } from '@/lib/model/portalSite';

/** What a form says of an endpoint; an empty text leaves it to what the API documents. */
export interface EndpointDraft {
  operationName: string;
  endpoint: string;
  body: string;
  tryIt: boolean;
}

export const endpointDraftOf = ({ overrides, tryItState }: EndpointPage): EndpointDraft => ({
  operationName: overrides?.operationName ?? '',
  endpoint: overrides?.endpoint ?? '',
  body: overrides?.body ?? '',
  tryIt: tryItState !== 'DISABLED',
});

/** Overrides are replaced as a whole: none at all is null. */
export function endpointUpdateOf({
  operationName,
  endpoint,
  body,
  tryIt,
}: EndpointDraft): EndpointPageUpdate {
  const overrides = {
    ...(operationName.trim() && { operationName }),
    ...(endpoint.trim() && { endpoint }),
    ...(body.trim() && { body }),
  };
  return {
    overrides: Object.keys(overrides).length === 0 ? null : overrides,
    tryItState: tryIt ? 'ENABLED' : 'DISABLED',
  };
}
