import { type ReactNode, Suspense } from 'react';
import { Tabs } from '@/components/ui/Tabs';

type Props = { params: Promise<{ apiId: string }>; children: ReactNode };

export default async function DocumentationLayout({ params, children }: Props) {
  const base = `/console/apis/${(await params).apiId}/documentation`;
  return (
    <div className="flex min-h-0 min-w-0 flex-col">
      <Suspense>
        <Tabs
          label="Documentation"
          className="px-3 text-small"
          tabs={[
            { href: base, label: 'Parts' },
            { href: `${base}/versions`, label: 'Versions' },
            { href: `${base}/import`, label: 'Import' },
          ]}
        />
      </Suspense>
      <div className="grid min-h-0 flex-1">{children}</div>
    </div>
  );
}
