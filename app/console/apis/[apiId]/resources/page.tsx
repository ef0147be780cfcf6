import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { functionChoices } from '@/components/console/functionChoices';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { ResourceWorkspace } from './_components/ResourceWorkspace';
import { readAuthorizers } from './readAuthorizers';

export const metadata: Metadata = { title: 'Resources' };

export default async function ResourcesPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  const { resources, requestValidators, models, vpcLinks, functions, stages } = control();
  const [tree, validators, schemas, links, callable, deployed, authorizers] = await Promise.all([
    resources.list(actor, apiId),
    requestValidators.list(actor, apiId),
    models.list(actor, apiId),
    vpcLinks.list(actor),
    functions.list(actor),
    stages.list(actor, apiId),
    readAuthorizers(actor, apiId),
  ]);
  return (
    <ResourceWorkspace
      restApiId={apiId}
      editable={canEdit(actor)}
      resources={tree}
      validators={validators}
      authorizers={authorizers}
      apiKeySource={api.apiKeySource}
      models={schemas.map(({ name }) => name)}
      vpcLinks={links.map(({ id, name }) => ({ id, name }))}
      functions={functionChoices(callable)}
      stages={deployed.map(({ stageName, variables, maximumTimeoutInMillis }) => ({
        stageName,
        variables,
        maximumTimeoutInMillis,
      }))}
    />
  );
}
