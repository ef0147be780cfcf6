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
import { deleteRoutingRule, saveRoutingRule } from '../actions';
import { actionColumn } from './mappingColumns';
import type { MappableApi } from './mappingRows';
import { RoutingRuleDialog } from './RoutingRuleDialog';
import { RuleButtons } from './RuleButtons';
import { asksMappings, asksRules } from './routingModes';
import { ruleColumns } from './ruleColumns';
import { nextPriority, type RuleRow } from './ruleRows';

/**
 * The routing rules of a name, first the one that is asked first; `?rule=1` opens the dialog of a new one. One is
 * deleted with a way back. Rules that the routing mode leaves out are only read, as AWS has it.
 */
export function RoutingRuleSection(props: {
  domainName: string;
  routingMode: RoutingMode;
  rows: RuleRow[];
  apis: MappableApi[];
  editable: boolean;
}) {
  const { domainName, routingMode, rows } = props;
  const editable = props.editable && asksRules(routingMode);
  const [isNew, setNew] = useUrlState('rule');
  const [edited, setEdited] = useState<RuleRow | null>(null);
  const removal = useAction(deleteRoutingRule, { announce: true });
  const { run: restore } = useAction(saveRoutingRule, { announce: true });
  const remove = async ({ rule: { routingRuleId, priority } }: RuleRow) => {
    const gone = await removal.run({ domainName, routingRuleId });
    if (!gone) return;
    undoToast(`Routing rule ${priority} deleted`, () => void restore({ domainName, input: gone }));
  };
  const add = editable && (
    <Button variant="primary" onClick={() => setNew('1')}>
      <Plus aria-hidden />
      Add rule
    </Button>
  );
  const close = () => {
    setNew('');
    setEdited(null);
  };
  const buttons = {
    ...actionColumn,
    cell: (row: RuleRow) => (
      <RuleButtons row={row} onEdit={setEdited} onDelete={(each) => void remove(each)} />
    ),
  };
  return (
    <Section
      title="Routing rules"
      description={
        asksRules(routingMode)
          ? 'The lowest priority is asked first; the first rule of which all conditions hold leads to its API.'
          : 'Not in use: the routing mode asks base path mappings only.'
      }
    >
      <DataTable
        label="Routing rules"
        urlPrefix="rules"
        rows={rows}
        columns={editable ? [...ruleColumns, buttons] : ruleColumns}
        rowKey={({ rule }) => rule.routingRuleId}
        actions={add}
        className="max-h-[60dvh]"
        empty={
          <EmptyState title="No routing rule yet" actions={add}>
            {asksMappings(routingMode)
              ? 'Until there is one, calls follow the base path mappings below.'
              : 'Calls to this name get 403 until a rule leads to an API.'}
          </EmptyState>
        }
      />
      {editable && (edited || isNew === '1') && (
        <RoutingRuleDialog
          key={edited?.rule.routingRuleId}
          domainName={domainName}
          rule={edited?.rule}
          priority={nextPriority(rows.map(({ rule }) => rule))}
          apis={props.apis}
          onClose={close}
        />
      )}
    </Section>
  );
}
