import { readReaderPools } from '../readReaderPools';
import { LogoSection } from './_components/LogoSection';
import { PortalForm } from './_components/PortalForm';
import { findPortal } from './findPortal';

export default async function PortalSettingsPage({ params }: { params: Promise<{ portalId: string }> }) {
  const { actor, portal, editable } = await findPortal((await params).portalId);
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-6">
      <PortalForm portal={portal} pools={await readReaderPools(actor)} editable={editable} />
      <LogoSection portal={portal} editable={editable} />
    </div>
  );
}
