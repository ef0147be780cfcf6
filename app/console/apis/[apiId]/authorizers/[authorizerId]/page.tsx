import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { canEdit } from '@/app/console/canEdit';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../../findApi';
import { AuthorizerEditor } from '../_components/AuthorizerEditor';
import { authorizerUses } from '../_components/authorizerUses';
import { readAuthorizerChoices } from '../readAuthorizerChoices';

export const metadata: Metadata = { title: 'Authorizer' };

type Props = { params: Promise<{ apiId: string; authorizerId: string }> };

export default async function AuthorizerPage({ params }: Props) {
  const { apiId, authorizerId } = await params;
  const { actor } = await findApi(apiId);
  const { authorizers, resources } = control();
  const [all, tree, choices] = await Promise.all([
    authorizers.list(actor, apiId),
    resources.list(actor, apiId),
    readAuthorizerChoices(actor),
  ]);
  const authorizer = all.find(({ id }) => id === authorizerId);
  if (!authorizer) notFound();
  return (
    <AuthorizerEditor
      key={authorizerId}
      restApiId={apiId}
      authorizer={authorizer}
      uses={authorizerUses(tree).get(authorizerId) ?? []}
      editable={canEdit(actor)}
      choices={choices}
    />
  );
}
