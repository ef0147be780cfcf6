'use client';

import { ArrowDown, ArrowUp, BookOpen, FileText, FileX, Trash2 } from 'lucide-react';
import type { MenuItem } from '@/components/ui/DropdownMenu';
import { moveItem } from '@/components/ui/moveItem';
import { SortableRow } from '@/components/ui/SortableRow';
import { useSorting } from '@/components/ui/useSorting';
import type { ProductPage } from '@/lib/model/portalSite';
import { placePage } from '../../displayOrder';
import type { OutlineProps } from './OutlinePane';
import { OutlineHeading, OutlineRow } from './OutlineRow';
import { useDeletePage } from './useDeletePage';

/** The overview, the pages in their order, and pages that are drafts. */
export function PageGroups(props: OutlineProps) {
  const { outline, order, onOrder, editable } = props;
  const { overview, pages, draftPages } = outline;
  const remove = useDeletePage(props);
  const groups = [
    { id: 'pages', items: pages.map(({ productPageId }) => productPageId) },
    { id: 'drafts', items: draftPages.map(({ productPageId }) => productPageId) },
  ];
  const sorting = useSorting(groups, (item, to) => {
    const [shown] = moveItem(groups, item, to);
    onOrder({ ...order, productPageIds: [...(shown?.items ?? [])] });
  });
  const menuOf = (page: ProductPage): MenuItem[] => {
    const { productPageId: id } = page;
    const isOverview = overview === page;
    const isDraft = draftPages.includes(page);
    return [
      ...(isOverview ? [] : movesOf(sorting, id)),
      ...(isOverview
        ? []
        : [
            {
              label: 'Make it the overview',
              icon: <BookOpen />,
              onSelect: () => onOrder(placePage(order, id, 'overview')),
            },
          ]),
      ...(isDraft || isOverview
        ? [
            {
              label: 'Show among the pages',
              icon: <FileText />,
              onSelect: () => onOrder(placePage(order, id, pages.length)),
            },
          ]
        : []),
      ...(isDraft
        ? []
        : [
            {
              label: 'Make it a draft',
              icon: <FileX />,
              onSelect: () => onOrder(placePage(order, id, 'draft')),
            },
          ]),
      { kind: 'separator' },
      { label: 'Delete', icon: <Trash2 />, danger: true, onSelect: () => void remove(page) },
    ];
  };
  const row = (page: ProductPage) => (
    <OutlineRow
      name={page.title}
      isShown={props.shown === `page:${page.productPageId}`}
      onOpen={() => props.onOpen(`page:${page.productPageId}`)}
      items={editable ? menuOf(page) : []}
    >
      <FileText className="size-3.5 shrink-0 text-muted" aria-hidden />
      <span className="truncate">{page.title}</span>
    </OutlineRow>
  );
  const list = (label: string, group: string, those: ProductPage[], empty: string) => (
    <div {...(editable && sorting.drop({ group, index: those.length }))}>
      <OutlineHeading>{label}</OutlineHeading>
      {those.length === 0 && <p className="px-1.5 py-1 text-muted text-small">{empty}</p>}
      <ul aria-label={label}>
        {those.map((page, index) =>
          editable ? (
            <SortableRow
              key={page.productPageId}
              sorting={sorting}
              item={page.productPageId}
              place={{ group, index }}
              name={page.title}
            >
              {row(page)}
            </SortableRow>
          ) : (
            <li key={page.productPageId} className="flex">
              {row(page)}
            </li>
          ),
        )}
      </ul>
    </div>
  );
  return (
    <>
      <div>
        <OutlineHeading>Overview</OutlineHeading>
        {overview ? (
          <div className="flex">{row(overview)}</div>
        ) : (
          <p className="px-1.5 py-1 text-muted text-small">None: readers begin with the first page.</p>
        )}
      </div>
      {list('Pages', 'pages', pages, 'None yet.')}
      {(draftPages.length > 0 || sorting.dragged !== undefined) &&
        list('Draft pages, not shown', 'drafts', draftPages, 'Drop a page here to make it a draft.')}
    </>
  );
}

/** For fingers, which do not drag: the steps of the arrow keys. */
export const movesOf = (sorting: ReturnType<typeof useSorting>, id: string): MenuItem[] => [
  {
    label: 'Move up',
    icon: <ArrowUp />,
    disabled: !sorting.canStep(id, -1),
    onSelect: () => sorting.step(id, -1),
  },
  {
    label: 'Move down',
    icon: <ArrowDown />,
    disabled: !sorting.canStep(id, 1),
    onSelect: () => sorting.step(id, 1),
  },
];
