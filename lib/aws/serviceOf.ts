import type { AwsRequest } from './AwsRequest';
import type { Service } from './Service';
import { apigateway } from './services/apigateway';
import { apigatewayv2 } from './services/apigatewayv2';
import { cognitoIdp } from './services/cognitoIdp';
import { iam } from './services/iam';
import { lambda } from './services/lambda';
import { logs } from './services/logs';
import { monitoring, monitoringCbor, monitoringJson } from './services/monitoring';
import { sts } from './services/sts';

/** Every service behind the door; a new one is a row here. */
const services: Service[] = [sts, iam, lambda, logs, monitoring, cognitoIdp, apigateway];
const byName = new Map(services.map((service) => [service.name, service]));

/** First part of X-Amz-Target -> service. */
const targets = new Map([
  ['AWSCognitoIdentityProviderService', cognitoIdp],
  ['Logs_20140328', logs],
  ['GraniteServiceVersion20100801', monitoringJson],
]);
/** Both versions of API Gateway's management API are signed for `apigateway`. */
const V2_PATH = /^\/v2\//;
/** For calls that are not signed and name no target. */
const paths: [begins: RegExp, service: Service][] = [
  [/^\/(2015-03-31\/functions|_code)\//, lambda],
  [V2_PATH, apigatewayv2],
];

/**
 * Whose operation a call is: by its target, by what it is signed for, by its path, and else, for a form, STS, which
 * is the one whose calls an SDK makes unsigned. Undefined: nobody's here.
 */
export function serviceOf(request: AwsRequest): Service | undefined {
  const target = request.header('x-amz-target');
  if (target !== undefined) return targets.get(target.split('.', 1)[0] ?? '');
  if (/^\/service\/GraniteServiceVersion20100801\//.test(request.path)) return monitoringCbor;
  const signedFor = scopeOf(request);
  if (signedFor === apigatewayv2.name && V2_PATH.test(request.path)) return apigatewayv2;
  if (signedFor !== undefined) return byName.get(signedFor);
  const [, service] = paths.find(([begins]) => begins.test(request.path)) ?? [];
  return service ?? (request.path === '/' ? sts : undefined);
}

/** The service in the credential scope, `AKID/20260101/us-east-1/sts/aws4_request`. */
function scopeOf(request: AwsRequest): string | undefined {
  const query = new URLSearchParams(request.query);
  const credential =
    /Credential=([^,\s]+)/.exec(request.header('authorization') ?? '')?.[1] ?? query.get('X-Amz-Credential');
  return credential?.split('/')[3];
}
