import { eq } from 'drizzle-orm';
import { vpcLinks } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import { functionArnInUri, readFunctionArn } from '@/lib/model/functionArn';
import type { Place } from './ApiPart';
import { httpMappingFaults } from './httpMappingFaults';
import type { IntegrationState } from './integrationPart';
import { refuseAll, unsupported } from './refuse';
import { subtypeFaults } from './subtypeFaults';

const verbs = new Set(['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
const INVALID_ARN = 'Invalid ARN specified in the request';
const ROLE = /^arn:aws[\w-]*:iam::(\d{12}|\$\{stageVariables\.\w+\}):role\/\S+$/;
const CALLER = /^arn:aws[\w-]*:iam::(\*|\d{12}):user\/\*$/;

/** @throws ControlError BadRequestException with everything that is wrong with the integration */
export async function checkIntegration(place: Place, integration: IntegrationState): Promise<void> {
  const isHttp = place.api.protocolType === 'HTTP';
  refuseAll([
    ...(isHttp ? httpFaults(integration) : webSocketFaults(integration)),
    ...uriFaults(integration, isHttp),
    ...memberFaults(integration),
    ...(await linkFaults(place, integration)),
  ]);
}

function httpFaults(integration: IntegrationState): FieldError[] {
  const { integrationType, integrationSubtype, payloadFormatVersion } = integration;
  const { requestTemplates, templateSelectionExpression, contentHandlingStrategy, passthroughBehavior } =
    integration;
  const faults = unsupported('HTTP', {
    requestTemplates,
    templateSelectionExpression,
    contentHandlingStrategy,
    passthroughBehavior,
  });
  const isProxy = integrationType === 'AWS_PROXY' || integrationType === 'HTTP_PROXY';
  if (!isProxy)
    faults.push({
      field: 'integrationType',
      message:
        'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)',
    });
  if (payloadFormatVersion === '2.0' && (integrationType !== 'AWS_PROXY' || integrationSubtype))
    faults.push({
      field: 'payloadFormatVersion',
      message: 'Payload format version 2.0 is supported for Lambda proxy integrations only',
    });
  return [...faults, ...subtypeFaults(integration), ...httpMappingFaults(integration)];
}

function webSocketFaults(integration: IntegrationState): FieldError[] {
  const { integrationSubtype, responseParameters, timeoutInMillis = 0, payloadFormatVersion } = integration;
  const faults = unsupported('WEBSOCKET', { integrationSubtype, responseParameters });
  if (timeoutInMillis > 29_000)
    faults.push({ field: 'timeoutInMillis', message: 'Timeout should be between 50 ms and 29000 ms' });
  if (payloadFormatVersion === '2.0')
    faults.push({
      field: 'payloadFormatVersion',
      message: 'Payload format version 2.0 is not currently supported for WEBSOCKET protocol.',
    });
  for (const name of Object.keys(integration.requestParameters ?? {}))
    if (!/^integration\.request\.(header|querystring|path)\.\S+$/.test(name))
      faults.push({
        field: `requestParameters.${name}`,
        message: `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${name}]`,
      });
  return faults;
}

function uriFaults(integration: IntegrationState, isHttp: boolean): FieldError[] {
  const { integrationType, integrationSubtype, integrationUri: uri = '', connectionType } = integration;
  if (integrationType === 'MOCK' || integrationSubtype) return [];
  const wrong = (message: string) => [{ field: 'integrationUri', message }];
  if (integrationType === 'HTTP' || integrationType === 'HTTP_PROXY') {
    if (isHttp && connectionType === 'VPC_LINK')
      return /^arn:aws[\w-]*:(elasticloadbalancing|servicediscovery):\S+$/.test(uri) || isUrl(uri)
        ? []
        : wrong(INVALID_ARN);
    return isUrl(uri) ? [] : wrong('Invalid HTTP endpoint specified for URI');
  }
  if (uri.includes('${stageVariables.')) return [];
  const arn = functionArnInUri(uri) ?? (isHttp ? uri : undefined);
  if (arn !== undefined) return readFunctionArn(arn) ? [] : wrong(INVALID_ARN);
  if (integrationType === 'AWS_PROXY') return wrong(INVALID_ARN);
  return /^arn:aws[\w-]*:apigateway:[\w-]*:[\w.-]+:(path|action)\/\S+$/.test(uri)
    ? []
    : wrong('AWS ARN for integration must contain path or action');
}

/** Any part of it may be a stage variable or a path parameter. */
function isUrl(uri: string): boolean {
  if (uri.startsWith('${stageVariables.')) return true;
  return /^https?:\/\/[^\s/]+/.test(uri) && URL.canParse(uri.replace(/\$?\{[^}]*\}/g, 'x'));
}

function memberFaults({
  integrationType,
  integrationMethod,
  credentialsArn,
}: IntegrationState): FieldError[] {
  const faults: FieldError[] = [];
  const isHttp = integrationType === 'HTTP' || integrationType === 'HTTP_PROXY';
  if (isHttp && !integrationMethod)
    faults.push({
      field: 'integrationMethod',
      message: 'Enumeration value for HttpMethod must be non-empty',
    });
  if (integrationMethod && !verbs.has(integrationMethod))
    faults.push({
      field: 'integrationMethod',
      message: 'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
    });
  if (credentialsArn && !ROLE.test(credentialsArn) && !CALLER.test(credentialsArn))
    faults.push({ field: 'credentialsArn', message: INVALID_ARN });
  return faults;
}

/** One that is there stays until the transaction ends. */
async function linkFaults(
  { call }: Place,
  { connectionType, connectionId }: IntegrationState,
): Promise<FieldError[]> {
  if (connectionType !== 'VPC_LINK') return [];
  if (connectionId?.includes('${stageVariables.')) return [];
  const [link] = await call.db
    .select({ id: vpcLinks.id })
    .from(vpcLinks)
    .where(eq(vpcLinks.id, connectionId ?? ''))
    .for('key share');
  return link ? [] : [{ field: 'connectionId', message: 'Invalid Vpc Link identifier specified' }];
}
