import { CopyButton } from '@/components/ui/CopyButton';
import type { Column } from '@/components/ui/DataTable';
import { timeColumn } from '@/components/ui/timeColumn';
import type { Portal } from '@/lib/model/portalSite';
import { PortalStatus } from './PortalStatus';
import { portalStatusWords } from './portalStatusWords';

/** @param names of products, by their ids */
export function portalColumns(names: ReadonlyMap<string, string>): Column<Portal>[] {
  const productsOf = ({ portalProductIds }: Portal) =>
    portalProductIds.map((id) => names.get(id) ?? id).join(', ');
  return [
    {
      id: 'name',
      header: 'Name',
      fixed: true,
      text: ({ portalContent }) => portalContent.displayName,
      cell: ({ portalContent: { displayName } }) => (
        <span title={displayName} className="block max-w-[36ch] truncate">
          {displayName}
        </span>
      ),
    },
    {
      id: 'status',
      header: 'Status',
      text: (portal) => portalStatusWords(portal).join(', '),
      cell: (portal) => <PortalStatus portal={portal} />,
    },
    {
      id: 'address',
      header: 'Address',
      text: ({ url }) => url,
      cell: ({ url }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps the copy button's click from opening the row
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the button is the button's own
        <span onClick={(event) => event.stopPropagation()} className="block max-w-[44ch]">
          <CopyButton value={url} what="address" showValue className="-ml-1" />
        </span>
      ),
    },
    {
      id: 'products',
      header: 'Products',
      text: productsOf,
      cell: (portal) =>
        portal.portalProductIds.length === 0 ? (
          <span className="text-muted">None</span>
        ) : (
          <span title={productsOf(portal)} className="block max-w-[36ch] truncate">
            {productsOf(portal)}
          </span>
        ),
    },
    {
      id: 'readers',
      header: 'Readers',
      hidden: true,
      text: readersOf,
      cell: readersOf,
    },
    timeColumn('published', 'Last published', ({ lastPublished }) => lastPublished),
    timeColumn('changed', 'Changed', ({ lastModified }) => lastModified, { hidden: true }),
    {
      id: 'id',
      header: 'Id',
      hidden: true,
      text: ({ portalId }) => portalId,
      cell: ({ portalId }) => <code>{portalId}</code>,
    },
  ];
}

const readersOf = ({ authorization }: Portal) =>
  'cognitoConfig' in authorization ? 'Users of a pool' : 'Everybody';
