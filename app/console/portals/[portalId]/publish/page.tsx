import type { Metadata } from 'next';
import { DeletePortalSection } from '../_components/DeletePortalSection';
import { DisableSection } from '../_components/DisableSection';
import { PreviewSection } from '../_components/PreviewSection';
import { PublishSection } from '../_components/PublishSection';
import { findPortal } from '../findPortal';

export const metadata: Metadata = { title: 'Publish a portal' };

export default async function PublishPage({ params }: { params: Promise<{ portalId: string }> }) {
  const { portal, editable } = await findPortal((await params).portalId);
  return (
    <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
      <PublishSection portal={portal} editable={editable} />
      <PreviewSection portal={portal} editable={editable} />
      {editable && <DisableSection portal={portal} />}
      {editable && <DeletePortalSection portal={portal} />}
    </div>
  );
}
