'use client';

import { useState } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import { Section } from '@/components/ui/Section';
import type { DeployedMethod } from '@/lib/model/deployment';
import type { Stage } from '@/lib/model/stage';
import { type CachedMethod, cachedMethods } from './cachedMethods';
import { MethodCachingDialog } from './MethodCachingDialog';
import { methodCachingColumns } from './methodCachingColumns';

/** Every method of the stage's deployment with what the cache does to it, and the way to decide otherwise. */
export function MethodCaching(props: { stage: Stage; methods: DeployedMethod[]; editable: boolean }) {
  const [asked, setAsked] = useState<CachedMethod | null>(null);
  const rows = cachedMethods(props.methods, props.stage.methodSettings);
  return (
    <Section
      title="Methods"
      description="Of the deployment that the stage serves. What a method does not decide is the stage's."
      className="min-w-0"
    >
      <DataTable
        label="Caching by method"
        rows={rows}
        columns={methodCachingColumns(props.editable ? setAsked : undefined)}
        rowKey={(method) => method.key}
        urlPrefix="m"
        className="max-h-[560px]"
        empty={<p className="text-muted">The deployment has no methods.</p>}
      />
      {asked && (
        <MethodCachingDialog
          key={asked.key}
          stage={props.stage}
          method={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}
