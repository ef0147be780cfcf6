import { compileUri } from '../mapping/compileUri';
import type { IntegrationDocument } from '../snapshot/types';

/** What an integration says of the way to its backend; the stage adds its part (backendRoute). */
export interface IntegrationConnection {
  timeoutInMillis: number;
  insecureSkipVerification: boolean;
  stream: boolean;
  /**
   * Undefined for an integration over the internet.
   * @throws GatewayError for a stage variable that the stage does not have
   */
  vpcLinkId: ((stageVariables: Readonly<Record<string, string>>) => string) | undefined;
}

const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/** @throws Error for a private integration that names no link, and for a stream that is no proxy's */
export function compileConnection(document: IntegrationDocument): IntegrationConnection {
  const stream = document.responseTransferMode === 'STREAM';
  if (stream && document.type !== 'HTTP_PROXY' && document.type !== 'AWS_PROXY')
    throw new Error('responseTransferMode STREAM is for proxy integrations');
  return {
    timeoutInMillis: document.timeoutInMillis,
    insecureSkipVerification: document.tlsConfig?.insecureSkipVerification === true,
    stream,
    vpcLinkId: document.connectionType === 'VPC_LINK' ? linkId(document.connectionId) : undefined,
  };
}

function linkId(connectionId: string | undefined): IntegrationConnection['vpcLinkId'] {
  if (!connectionId) throw new Error('connectionId is missing');
  const build = compileUri(connectionId);
  return (stageVariables) => build(stageVariables, NO_PARAMETERS);
}
