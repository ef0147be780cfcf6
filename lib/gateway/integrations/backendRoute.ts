import { createHash } from 'node:crypto';
import { GatewayError } from '../GatewayError';
import type { ClientCertificateDocument, VpcLinkDocument } from '../snapshot/types';
import type { BackendRoute, BackendTls } from '../transport/BackendRoute';
import type { IntegrationConnection } from './compileConnection';

/** A stage's part in the way to its backends. */
export interface StageConnection {
  variables: Readonly<Record<string, string>>;
  maximumTimeoutInMillis: number | undefined;
  clientCertificate: ClientCertificateDocument | undefined;
  /** by id */
  vpcLinks: ReadonlyMap<string, VpcLinkDocument>;
}

/** A route, or why there is none: calls end in 500, and their execution log and the engine's own say this. */
export type RouteFacts = BackendRoute & {
  fault: string | undefined;
};

/** AWS's longest for an integration, unless the account's quota was raised; here the stage raises it. */
const LONGEST_TIMEOUT = 29_000;

/** What an integration and its stage together say of the way to the backend. */
export function backendRoute(
  integrationKey: string,
  connection: IntegrationConnection | undefined,
  stage: StageConnection,
): RouteFacts {
  if (!connection) return { ...NO_ROUTE, integrationKey };
  const { link, reason } = linkOf(connection, stage);
  const { stream } = connection;
  return {
    integrationKey,
    timeoutInMillis: timeoutOf(connection, stage),
    tls: tlsOf(connection, stage, link),
    vpcLinkId: link?.id,
    stream,
    fault: reason,
  };
}

/** Of a call that reaches no backend. */
export const NO_ROUTE: RouteFacts = {
  integrationKey: '',
  timeoutInMillis: LONGEST_TIMEOUT,
  tls: undefined,
  vpcLinkId: undefined,
  stream: false,
  fault: undefined,
};

/** AWS lets a streamed integration have up to 15 minutes without asking for more. */
function timeoutOf({ timeoutInMillis, stream }: IntegrationConnection, stage: StageConnection): number {
  return stream
    ? timeoutInMillis
    : Math.min(timeoutInMillis, stage.maximumTimeoutInMillis ?? LONGEST_TIMEOUT);
}

interface Link {
  link?: VpcLinkDocument;
  reason?: string;
}

function linkOf({ vpcLinkId }: IntegrationConnection, { variables, vpcLinks }: StageConnection): Link {
  if (!vpcLinkId) return {};
  try {
    const id = vpcLinkId(variables);
    const link = vpcLinks.get(id);
    return link ? { link } : { reason: `VPC link ${id} does not exist` };
  } catch (error) {
    if (error instanceof GatewayError) return { reason: error.reason };
    throw error;
  }
}

/** A link's own certificate is meant for its targets, so it wins over the stage's. */
function tlsOf(
  { insecureSkipVerification }: IntegrationConnection,
  { clientCertificate }: StageConnection,
  link: VpcLinkDocument | undefined,
): BackendTls | undefined {
  const shown = link?.certificate ? link : clientCertificate;
  const parts = {
    certificate: shown?.certificate,
    privateKey: shown?.privateKey,
    caCertificate: link?.caCertificate,
    insecureSkipVerification,
  };
  if (!shown && !parts.caCertificate && !insecureSkipVerification) return undefined;
  return { key: createHash('sha256').update(JSON.stringify(parts)).digest('base64'), ...parts };
}
