'use client';

import { CircleAlert, FileX, ListTree, Trash2 } from 'lucide-react';
import type { MenuItem } from '@/components/ui/DropdownMenu';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import { moveItem } from '@/components/ui/moveItem';
import { SortableRow } from '@/components/ui/SortableRow';
import { useSorting } from '@/components/ui/useSorting';
import type { EndpointPage } from '@/lib/model/portalSite';
import { placeEndpoint } from '../../displayOrder';
import type { OutlineProps } from './OutlinePane';
import { OutlineHeading, OutlineRow } from './OutlineRow';
import { endpointName } from './outline';
import { movesOf } from './PageGroups';
import { SectionMenu } from './SectionMenu';
import { useDeleteEndpoint } from './useDeleteEndpoint';

const idsOf = (endpoints: EndpointPage[]) => endpoints.map((each) => each.productRestEndpointPageId);

/** The sections with their endpoints, and endpoints that are drafts. */
export function EndpointGroups(props: OutlineProps) {
  const { outline, order, onOrder, editable } = props;
  const { sections, draftEndpoints } = outline;
  const remove = useDeleteEndpoint(props);
  const groups = [
    ...sections.map(({ endpoints }, index) => ({ id: `section:${index}`, items: idsOf(endpoints) })),
    { id: 'drafts', items: idsOf(draftEndpoints) },
  ];
  const sorting = useSorting(groups, (item, to) => {
    const moved = moveItem(groups, item, to);
    const contents = order.contents.map((section, index) => ({
      ...section,
      productRestEndpointPageIds: [...(moved[index]?.items ?? [])],
    }));
    onOrder({ ...order, contents });
  });
  const menuOf = (endpoint: EndpointPage): MenuItem[] => {
    const { productRestEndpointPageId: id } = endpoint;
    const elsewhere = sections.flatMap(({ sectionName, endpoints }, section) =>
      endpoints.includes(endpoint)
        ? []
        : [
            {
              label: `Move to ${sectionName}`,
              icon: <ListTree />,
              onSelect: () => onOrder(placeEndpoint(order, id, { section, index: endpoints.length })),
            },
          ],
    );
    return [
      ...movesOf(sorting, id),
      ...elsewhere,
      ...(draftEndpoints.includes(endpoint)
        ? []
        : [
            {
              label: 'Make it a draft',
              icon: <FileX />,
              onSelect: () => onOrder(placeEndpoint(order, id, null)),
            },
          ]),
      { kind: 'separator' },
      { label: 'Delete', icon: <Trash2 />, danger: true, onSelect: () => void remove(endpoint) },
    ];
  };
  const rows = (group: string, label: string, endpoints: EndpointPage[]) => (
    <ul aria-label={label}>
      {endpoints.map((endpoint, index) => {
        const id = endpoint.productRestEndpointPageId;
        const row = (
          <OutlineRow
            name={`${endpoint.method} ${endpoint.path}`}
            isShown={props.shown === `endpoint:${id}`}
            onOpen={() => props.onOpen(`endpoint:${id}`)}
            items={editable ? menuOf(endpoint) : []}
          >
            <EndpointLabel endpoint={endpoint} />
          </OutlineRow>
        );
        if (!editable)
          return (
            <li key={id} className="flex">
              {row}
            </li>
          );
        return (
          <SortableRow
            key={id}
            sorting={sorting}
            item={id}
            place={{ group, index }}
            name={`${endpoint.method} ${endpoint.path}`}
          >
            {row}
          </SortableRow>
        );
      })}
    </ul>
  );
  return (
    <>
      {sections.map(({ sectionName, endpoints }, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: two sections may have one name
          key={`${index}:${sectionName}`}
          {...(editable && sorting.drop({ group: `section:${index}`, index: endpoints.length }))}
        >
          <OutlineHeading actions={editable && <SectionMenu at={index} order={order} onOrder={onOrder} />}>
            {sectionName}
          </OutlineHeading>
          {endpoints.length === 0 && (
            <p className="px-1.5 py-1 text-muted text-small">
              Empty: a section needs an endpoint to be shown.
            </p>
          )}
          {rows(`section:${index}`, sectionName, endpoints)}
        </div>
      ))}
      {(draftEndpoints.length > 0 || sorting.dragged !== undefined) && (
        <div {...(editable && sorting.drop({ group: 'drafts', index: draftEndpoints.length }))}>
          <OutlineHeading>Draft endpoints, not shown</OutlineHeading>
          {draftEndpoints.length === 0 && (
            <p className="px-1.5 py-1 text-muted text-small">Drop an endpoint here to make it a draft.</p>
          )}
          {rows('drafts', 'Draft endpoints', draftEndpoints)}
        </div>
      )}
    </>
  );
}

function EndpointLabel({ endpoint }: { endpoint: EndpointPage }) {
  return (
    <>
      <MethodBadge method={endpoint.method} />
      <MiddleEllipsis text={endpointName(endpoint)} keep={16} className="flex-1" />
      {endpoint.status === 'FAILED' && (
        <>
          <CircleAlert className="size-3.5 shrink-0 text-danger" aria-hidden />
          <span className="sr-only">failed</span>
        </>
      )}
    </>
  );
}
