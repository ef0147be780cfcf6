import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import type { Resource } from '@/lib/model/restApi';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { ValidatorTable } from './_components/ValidatorTable';

export const metadata: Metadata = { title: 'Request validators' };

export default async function ValidatorsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  const [validators, resources] = await Promise.all([
    control().requestValidators.list(actor, apiId),
    control().resources.list(actor, apiId),
  ]);
  const rows = validators.map(({ id, name, validateRequestParameters, validateRequestBody = false }) => ({
    id,
    name,
    validateRequestParameters,
    validateRequestBody,
    uses: methodsWith(id, resources),
  }));
  return (
    <div className="p-5">
      <ValidatorTable restApiId={apiId} rows={rows} editable={canEdit(actor)} />
    </div>
  );
}

/** `POST /pets` of every method that names the validator. */
const methodsWith = (id: string, resources: Resource[]) =>
  resources.flatMap(({ path, resourceMethods }) =>
    Object.values(resourceMethods)
      .filter(({ requestValidatorId }) => requestValidatorId === id)
      .map(({ httpMethod }) => `${httpMethod} ${path}`),
  );
