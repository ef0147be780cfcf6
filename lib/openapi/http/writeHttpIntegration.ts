import type { IntegrationInput } from '@/lib/model/v2/integration';
import { compact } from '../write/compact';
import type { Part } from '../write/ExportContext';
import type { HttpApiContent } from './HttpApiContent';
import { inOrder } from './inOrder';

export interface SharedIntegrations {
  /** `components.x-amazon-apigateway-integrations`: those that several routes have */
  written: Part;
  /** what stands at an operation */
  at(target: string): Part | undefined;
}

export function integrationSection({ integrations, routes }: HttpApiContent): SharedIntegrations {
  const byTarget = new Map(integrations.map((each) => [`integrations/${each.integrationId}`, each]));
  const uses = (target: string) => routes.filter((route) => route.target === target).length;
  const names = new Map(
    [...new Set(inOrder(routes).flatMap(({ target }) => target ?? []))]
      .filter((target) => uses(target) > 1)
      .map((target, at) => [target, `integration${at + 1}`]),
  );
  const written = [...names].map(([target, name]) => {
    const integration = byTarget.get(target);
    return [name, integration && writeHttpIntegration(integration)];
  });
  return {
    written: Object.fromEntries(written),
    at(target) {
      const name = names.get(target);
      if (name !== undefined) return { $ref: `#/components/x-amazon-apigateway-integrations/${name}` };
      const integration = byTarget.get(target);
      return integration && writeHttpIntegration(integration);
    },
  };
}

/** In the words of AWS's extension. */
function writeHttpIntegration(integration: IntegrationInput): Part {
  const type = integration.integrationType.toLowerCase();
  return compact({
    description: integration.description,
    payloadFormatVersion: integration.payloadFormatVersion,
    type,
    integrationSubtype: integration.integrationSubtype,
    httpMethod: integration.integrationMethod,
    uri: integration.integrationUri,
    credentials: integration.credentialsArn,
    connectionType: integration.connectionType,
    connectionId: integration.connectionId,
    requestParameters: integration.requestParameters,
    responseParameters: integration.responseParameters,
    timeoutInMillis: integration.timeoutInMillis,
    tlsConfig: integration.tlsConfig,
  });
}
