import type { DeploymentDocument } from '@gatehouse/gateway/snapshot';
import type { ControlContext } from '../ControlContext';
import { badRequest } from '../parse';
import type { ControlPorts } from '../ports';
import { readSettings } from '../storedSettings';
import { type Logo, toLogo } from './toLogo';

const field = 'logoUri';
const cure = 'the endpoint of s3 under Settings, or upload the logo in the console';

/**
 * Reads a logo from S3 as an integration of an API would: signed, from the endpoint that the settings name for s3,
 * and behind the gateway's own guard of where calls may go.
 * @returns undefined where no address was given, null for ''
 * @throws ControlError BadRequestException for the field `logoUri`, with the cure
 */
export async function readLogo(
  { ports }: Pick<ControlContext, 'ports'>,
  logoUri: string | undefined,
): Promise<Logo | null | undefined> {
  if (logoUri === undefined) return undefined;
  if (logoUri === '') return null;
  const path = objectPath(logoUri);
  const { serviceEndpoints, serviceAccessKeyId } = await readSettings(ports.db);
  if (serviceEndpoints.s3 === undefined && serviceAccessKeyId === undefined)
    throw badRequest({ field, message: `No endpoint of S3 is configured. Set ${cure}.` });
  return toLogo(await getObject(ports, path), field);
}

/** `s3://bucket/folder/key` -> `bucket/folder/key`, escaped for a URL */
function objectPath(logoUri: string): string {
  const [, bucket, key = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/s.exec(logoUri) ?? [];
  const segments = key.split('/');
  if (bucket === undefined || segments.some((segment) => segment === '.' || segment === '..'))
    throw badRequest({ field, message: 'A logo is named as s3://bucket/key' });
  return [bucket, ...segments.map(encodeURIComponent)].join('/');
}

const refusals: Record<number, string> = {
  403: 'S3 refuses to give it to the access key of this installation',
  404: 'S3 has no such object',
};

async function getObject(ports: ControlPorts, path: string): Promise<Uint8Array> {
  const { status, body } = await ports.testInvoke({
    deployment: getDocument(ports.config.region, path),
    stageName: 'logo',
    variables: {},
    httpMethod: 'GET',
    resourceId: 'logo',
    pathWithQueryString: '/',
    headers: {},
    body: '',
  });
  if (status === 200) return Buffer.from(body, 'base64');
  const why = refusals[status] ?? 'S3 did not answer with it';
  throw badRequest({ field, message: `The logo could not be read: ${why}. Check ${cure}.` });
}

/** An API of one method that gets the object, as base64: a test's answer is text. */
function getDocument(region: string, path: string): DeploymentDocument {
  const mapped = (statusCode: string) => ({ statusCode, responseParameters: {}, responseTemplates: {} });
  const statuses = ['200', ...Object.keys(refusals)];
  const integrationResponses = Object.fromEntries([
    ...statuses.map((status) => [
      status,
      { ...mapped(status), selectionPattern: status, contentHandling: 'CONVERT_TO_TEXT' as const },
    ]),
    ['502', mapped('502')],
  ]);
  const declared = [...statuses, '502'].map((statusCode) => [
    statusCode,
    { statusCode, responseParameters: {} },
  ]);
  const method = {
    httpMethod: 'GET',
    authorizationType: 'NONE',
    apiKeyRequired: false,
    requestParameters: {},
    methodResponses: Object.fromEntries(declared),
    methodIntegration: {
      type: 'AWS' as const,
      httpMethod: 'GET',
      uri: `arn:aws:apigateway:${region}:s3:path/${path}`,
      requestParameters: {},
      requestTemplates: {},
      passthroughBehavior: 'WHEN_NO_MATCH' as const,
      timeoutInMillis: 10_000,
      integrationResponses,
    },
  };
  return {
    deploymentId: 'logo',
    restApiId: 'logo',
    name: 'logo',
    resources: [{ id: 'logo', path: '/', resourceMethods: { GET: method } }],
    requestValidators: [],
    binaryMediaTypes: ['*/*'],
  };
}
