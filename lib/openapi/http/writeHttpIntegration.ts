import type { IntegrationInput } from '@/lib/model/v2/integration';
import { compact } from '../write/compact';
import type { Part } from '../write/ExportContext';
import type { HttpApiContent } from './HttpApiContent';
import { inOrder } from './inOrder';

export interface SharedIntegrations {
  /** `components.x-amazon-apigateway-integrations`: those that several routes have, and those that none has */
  written: Part;
  /** what stands at an operation */
  at(target: string): Part | undefined;
}

/** How AWS's exports begin the names of integrations that no route has. */
export const UNUSED = 'unusedIntegration_';

export function integrationSection({ integrations, routes }: HttpApiContent): SharedIntegrations {
  const byTarget = new Map(integrations.map((each) => [`integrations/${each.integrationId}`, each]));
  const uses = (target: string) => routes.filter((route) => route.target === target).length;
  const names = new Map(
    [...new Set(inOrder(routes).flatMap(({ target }) => target ?? []))]
      .filter((target) => uses(target) > 1)
      .map((target, at) => [target, `integration${at + 1}`]),
  );
  const unused = [...byTarget].filter(([target]) => uses(target) === 0);
  const sections = [
    ...names,
    ...unused.map(([target, { integrationId }]) => [target, `${UNUSED}${integrationId}`] as const),
  ];
  const written = sections.map(([target, name]) => {
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

const AWS_TIMEOUT = 30_000;

/** In the words of AWS's extension. */
function writeHttpIntegration(integration: IntegrationInput): Part {
  const type = integration.integrationType.toLowerCase();
  return compact({
    description: integration.description,
    integrationSubtype: integration.integrationSubtype,
    credentials: integration.credentialsArn,
    responseParameters: integration.responseParameters,
    requestParameters: integration.requestParameters,
    payloadFormatVersion: integration.payloadFormatVersion,
    type,
    httpMethod: integration.integrationMethod,
    uri: integration.integrationUri,
    connectionType: integration.connectionType,
    connectionId: integration.connectionId,
    // AWS's exports leave its default out.
    timeoutInMillis: integration.timeoutInMillis === AWS_TIMEOUT ? undefined : integration.timeoutInMillis,
    tlsConfig: integration.tlsConfig,
  });
}
