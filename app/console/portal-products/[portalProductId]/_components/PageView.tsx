'use client';

import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import type { DisplayOrder, EndpointPage, ProductPage } from '@/lib/model/portalSite';
import type { ApiChoice } from './Documentation';
import { EndpointEditor } from './EndpointEditor';
import { PageEditor } from './PageEditor';

/** What is open: a page, an endpoint, a page that is being written, or how to begin. */
export function PageView(props: {
  at: string;
  portalProductId: string;
  pages: ProductPage[];
  endpoints: EndpointPage[];
  apis: ApiChoice[];
  order: DisplayOrder;
  onOpen: (at: string) => void;
  onAddEndpoints: () => void;
  editable: boolean;
}) {
  const { at, portalProductId, pages, endpoints, order, onOpen, editable } = props;
  const [kind, id] = at.split(':');
  const page = kind === 'page' ? pages.find(({ productPageId }) => productPageId === id) : undefined;
  const endpoint = endpoints.find(
    ({ productRestEndpointPageId }) => kind === 'endpoint' && productRestEndpointPageId === id,
  );
  if (endpoint)
    return (
      <EndpointEditor
        portalProductId={portalProductId}
        endpoint={endpoint}
        apiName={props.apis.find((api) => api.id === endpoint.restApiId)?.name}
        isDraft={!order.contents.some((section) => section.productRestEndpointPageIds.includes(id ?? ''))}
        editable={editable}
      />
    );
  if (page || (kind === 'new-page' && editable))
    return (
      <PageEditor
        portalProductId={portalProductId}
        {...(page && { page })}
        state={stateOf(order, page)}
        onCreated={(made) => onOpen(`page:${made}`)}
        onCancel={() => onOpen('')}
        editable={editable}
      />
    );
  return <Nothing wasAsked={at !== ''} {...props} />;
}

function stateOf(order: DisplayOrder, page: ProductPage | undefined): 'overview' | 'page' | 'draft' {
  if (!page) return 'draft';
  if (order.overviewPageId === page.productPageId) return 'overview';
  return order.productPageIds.includes(page.productPageId) ? 'page' : 'draft';
}

function Nothing(props: {
  wasAsked: boolean;
  editable: boolean;
  onOpen: (at: string) => void;
  onAddEndpoints: () => void;
}) {
  return (
    <div className="p-5">
      <EmptyState
        title={props.wasAsked ? 'That page is gone' : 'Nothing in this product yet'}
        actions={
          props.editable && (
            <>
              <Button variant="primary" onClick={props.onAddEndpoints}>
                Add endpoints
              </Button>
              <Button onClick={() => props.onOpen('new-page')}>Write a page</Button>
            </>
          )
        }
      >
        {props.wasAsked
          ? 'It was deleted, or it is another product’s.'
          : 'Endpoints are methods of deployed stages; pages are what you write about them.'}
      </EmptyState>
    </div>
  );
}
