'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Field } from '@/components/ui/Field';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { SkeletonRows } from '@/components/ui/Skeleton';
import { Td, Th } from '@/components/ui/tableCells';
import { useUrlState } from '@/components/ui/useUrlState';
import { canaryStageName } from '@/components/usage/canaryStageName';
import { Live } from '@/components/usage/Live';
import { UsageFault } from '@/components/usage/UsageFault';
import { consoleUsageQuery, usageSearch } from '@/lib/queries/usage';
import { usageRanges } from '@/lib/queries/usageRange';
import { type ComparedFigure, canaryRows } from './canaryRows';

const ranges = usageRanges.map(({ value, label }) => ({ value, label: `Last ${label.replace(/^1 /, '')}` }));

/** How the canary does beside the stage, in the same time, following the calls. */
export function CanaryComparison(props: { restApiId: string; stageName: string; actions: ReactNode }) {
  const [chosen, setRange] = useUrlState('range', '15m');
  const range = ranges.some(({ value }) => value === chosen) ? chosen : '15m';
  const figuresOf = (stage: string) =>
    consoleUsageQuery(usageSearch('console', new URLSearchParams({ api: props.restApiId, stage, range })));
  const stage = useQuery(figuresOf(props.stageName));
  const canary = useQuery(figuresOf(canaryStageName(props.stageName)));
  const error = stage.error ?? canary.error;
  return (
    <Section
      title="Canary beside stage"
      description="Both in the same time, each of its own calls."
      actions={props.actions}
      className="min-w-0"
    >
      <div className="flex max-w-3xl flex-wrap items-end gap-3">
        <Field label="Range" className="w-44">
          <Select value={range} options={ranges} onChange={(event) => setRange(event.target.value)} />
        </Field>
        {!error && <Live />}
      </div>
      {error && <UsageFault error={error} updatedAt={Math.min(stage.dataUpdatedAt, canary.dataUpdatedAt)} />}
      {(stage.isPending || canary.isPending) && <SkeletonRows rows={3} label="Reading usage" />}
      {stage.data && canary.data && (
        <Comparison
          stageName={props.stageName}
          rows={canaryRows(stage.data.report.total, canary.data.report.total)}
        />
      )}
    </Section>
  );
}

function Comparison({ stageName, rows }: { stageName: string; rows: ComparedFigure[] }) {
  return (
    <div className="max-w-3xl overflow-x-auto rounded-md border">
      <table aria-label="Canary beside stage" className="tabular w-full text-left">
        <thead>
          <tr>
            <Th>Figure</Th>
            <Th className="text-right">
              <span className="inline-block max-w-[16ch] truncate align-bottom" title={stageName}>
                {stageName}
              </span>
            </Th>
            <Th className="text-right">Canary</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="last:[&_td]:border-b-0 last:[&_th]:border-b-0">
              <th scope="row" className="border-b px-3 py-1.5 font-normal">
                {row.name}
              </th>
              <Td className="text-right">{row.stage}</Td>
              <Td className="text-right">
                <span className="inline-flex items-center gap-2">
                  {row.worse && <Badge tone="danger">Worse</Badge>}
                  {row.canary}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
