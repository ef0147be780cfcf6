import { type ReactNode, Suspense } from 'react';
import { canEdit } from '@/app/console/canEdit';
import { Tabs } from '@/components/ui/Tabs';
import { findApi } from '../findApi';

type Props = { params: Promise<{ apiId: string }>; children: ReactNode };

export default async function DocumentationLayout({ params, children }: Props) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  const base = `/console/apis/${apiId}/documentation`;
  return (
    <div className="flex min-h-0 min-w-0 flex-col">
      <Suspense>
        <Tabs
          label="Documentation"
          className="px-3 text-small"
          tabs={[
            { href: base, label: 'Parts' },
            { href: `${base}/versions`, label: 'Versions' },
            ...(canEdit(actor) ? [{ href: `${base}/import`, label: 'Import' }] : []),
          ]}
        />
      </Suspense>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)]">{children}</div>
    </div>
  );
}
