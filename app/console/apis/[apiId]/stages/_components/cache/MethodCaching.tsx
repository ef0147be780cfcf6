'use client';

import { TriangleAlert } from 'lucide-react';
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
      <CollisionNote count={rows.filter(({ collides }) => collides.length > 0).length} />
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

/** The trap of AWS's cache: what is not in the key does not tell two calls apart. */
function CollisionNote({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="flex max-w-[90ch] gap-2 text-warning">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        {count === 1 ? '1 cached method ignores' : `${count.toLocaleString('en')} cached methods ignore`} a
        variable of the path: calls that differ in it alone get one and the same answer. Add it to the cache
        key parameters of the integration request, then deploy.
      </span>
    </p>
  );
}
