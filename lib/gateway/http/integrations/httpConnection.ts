import type { IntegrationConnection } from '../../integrations/compileConnection';
import { compileUri } from '../../mapping/compileUri';
import type { ApiIntegrationDocument } from '../../snapshot/apiTypes';

const DEFAULT_TIMEOUT = 30_000;
const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/** An integration's part of the way to its backend. @throws Error for a private one that names no link */
export function httpConnection(document: ApiIntegrationDocument): IntegrationConnection {
  return {
    timeoutInMillis: document.timeoutInMillis ?? DEFAULT_TIMEOUT,
    insecureSkipVerification: false,
    stream: false,
    vpcLinkId: document.connectionType === 'VPC_LINK' ? linkId(document.connectionId) : undefined,
  };
}

function linkId(connectionId: string | undefined): IntegrationConnection['vpcLinkId'] {
  if (!connectionId) throw new Error('connectionId is missing');
  const build = compileUri(connectionId);
  return (stageVariables) => build(stageVariables, NO_PARAMETERS);
}
