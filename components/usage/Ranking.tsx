'use client';

import { memo } from 'react';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { Section } from '@/components/ui/Section';
import type { UsageRow } from '@/lib/model/usage';

/** A table of a dashboard: operations, consumers, APIs, keys or days with their figures. */
export const Ranking = memo(function Ranking(props: {
  title: string;
  description?: string;
  rows: readonly UsageRow[];
  columns: Column<UsageRow>[];
  /** keeps search and sort of the page's tables apart in the address */
  urlPrefix: string;
  rowHref?: (row: UsageRow) => string | undefined;
}) {
  return (
    <Section title={props.title} description={props.description} className="min-w-0">
      <DataTable
        label={props.title}
        rows={props.rows}
        columns={props.columns}
        rowKey={(row) => row.key}
        rowHref={props.rowHref}
        urlPrefix={props.urlPrefix}
        className="max-h-96 min-h-0"
        empty={<p className="text-muted">No calls in this range.</p>}
      />
    </Section>
  );
});
