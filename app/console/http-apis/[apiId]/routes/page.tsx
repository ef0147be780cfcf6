import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { control } from '@/lib/runtime/slot';
import { findHttpApi } from '../findHttpApi';
import { readBackendChoices } from '../readBackendChoices';
import { Routes } from './_components/Routes';

export const metadata: Metadata = { title: 'Routes' };

export default async function RoutesPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findHttpApi(apiId);
  const { apis } = control();
  const [routes, integrations, authorizers, choices] = await Promise.all([
    apis.routes.list(actor, apiId),
    apis.integrations.list(actor, apiId),
    apis.authorizers.list(actor, apiId),
    readBackendChoices(actor),
  ]);
  return (
    <Routes
      apiId={apiId}
      routes={routes}
      integrations={integrations}
      authorizers={authorizers.map(({ authorizerId, name, authorizerType }) => ({
        authorizerId,
        name,
        authorizerType,
      }))}
      choices={choices}
      editable={canEdit(actor)}
    />
  );
}
