'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Section } from '@/components/ui/Section';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import type { RoutingMode } from '@/lib/model/domainName';
import { deleteMapping, saveMapping } from '../actions';
import { MappingButtons } from './MappingButtons';
import { MappingDialog } from './MappingDialog';
import { actionColumn, mappingColumns } from './mappingColumns';
import { type MappableApi, type MappingRow, shownBasePath } from './mappingRows';
import { asksMappings, asksRules } from './routingModes';

/**
 * The base paths below a name; `?map=1` opens the dialog of a new one. One is deleted with a way back. Mappings that the
 * routing mode leaves out are only read, as AWS has it.
 */
export function MappingSection(props: {
  domainName: string;
  routingMode: RoutingMode;
  rows: MappingRow[];
  apis: MappableApi[];
  editable: boolean;
}) {
  const { domainName, routingMode, rows } = props;
  const editable = props.editable && asksMappings(routingMode);
  const [map, setMap] = useUrlState('map');
  const [edited, setEdited] = useState<MappingRow | null>(null);
  const removal = useAction(deleteMapping, { announce: true });
  const { run: restore } = useAction(saveMapping, { announce: true });
  const remove = async ({ basePath, apiMappingId, kind }: MappingRow) => {
    const gone = await removal.run({ domainName, apiMappingId });
    if (!gone) return;
    undoToast(
      `Base path ${shownBasePath(basePath)} deleted`,
      () => void restore({ domainName, kind, input: gone }),
    );
  };
  const add = editable && (
    // Where rules are asked first, theirs is the page's first button.
    <Button {...(!asksRules(routingMode) && { variant: 'primary' })} onClick={() => setMap('1')}>
      <Plus aria-hidden />
      Add mapping
    </Button>
  );
  const close = () => {
    setMap('');
    setEdited(null);
  };
  return (
    <Section
      title="Base path mappings"
      description={
        asksMappings(routingMode)
          ? "The first part of a call's path chooses the API; (none) gets what no other base path fits."
          : 'Not in use: the routing mode asks routing rules only.'
      }
    >
      <DataTable
        label="Base path mappings"
        rows={rows}
        columns={[
          ...mappingColumns(domainName),
          ...(editable
            ? [
                {
                  ...actionColumn,
                  cell: (row: MappingRow) => (
                    <MappingButtons row={row} onEdit={setEdited} onDelete={(each) => void remove(each)} />
                  ),
                },
              ]
            : []),
        ]}
        rowKey={({ basePath }) => basePath}
        actions={add}
        className="max-h-[60dvh]"
        empty={
          <EmptyState title="No base path yet" actions={add}>
            {asksRules(routingMode)
              ? 'Calls that no routing rule fits get 403 until a base path leads to an API.'
              : 'Calls to this name get 403 until a base path leads to an API.'}
          </EmptyState>
        }
      />
      {editable && (edited || map === '1') && (
        <MappingDialog
          key={edited?.basePath}
          domainName={domainName}
          mapping={edited ?? undefined}
          apis={props.apis}
          onClose={close}
        />
      )}
    </Section>
  );
}
