import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { findApi } from '../../findApi';
import { ImportForm } from './_components/ImportForm';

export const metadata: Metadata = { title: 'Import documentation' };

export default async function ImportPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  return (
    <div className="p-4 md:p-5">
      {canEdit(actor) ? (
        <ImportForm restApiId={apiId} />
      ) : (
        <p className="text-muted">
          Importing changes the documentation: it needs the role of an editor. The parts can be read under
          Parts, and exported with the API under Settings.
        </p>
      )}
    </div>
  );
}
