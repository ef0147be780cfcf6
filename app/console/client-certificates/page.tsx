import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { CertificateTable } from './_components/CertificateTable';
import { certificateLines } from './_components/certificateLines';
import { GenerateButton } from './_components/GenerateButton';

export const metadata: Metadata = { title: 'Client certificates' };

export default async function ClientCertificatesPage() {
  const actor = await requireConsole();
  const [certificates, apis] = await Promise.all([
    control().clientCertificates.list(actor),
    control().restApis.list(actor),
  ]);
  const editable = canEdit(actor);
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="Client certificates"
        description="A stage shows one to its HTTPS backends, so that they answer nobody but this gateway. The private key never leaves the server."
        actions={editable && <GenerateButton />}
      />
      <CertificateTable lines={certificateLines(certificates, apis, Date.now())} editable={editable} />
    </div>
  );
}
