import { GatewayError } from '../../GatewayError';
import type { ServicesDocument } from '../../snapshot/types';
import type { AwsUri } from './awsUri';

/**
 * Base URL of a service: what is set for it, or AWS's own.
 * @throws GatewayError API_CONFIGURATION_ERROR where calls of AWS cannot be signed
 */
export function serviceBase(
  { region, service, subdomain }: Pick<AwsUri, 'region' | 'service' | 'subdomain'>,
  { endpoints, credentials }: ServicesDocument,
): string {
  const own = Object.hasOwn(endpoints, service) ? endpoints[service] : undefined;
  if (own !== undefined) return own.replace(/\/+$/, '');
  if (!credentials)
    throw new GatewayError(
      'API_CONFIGURATION_ERROR',
      `Execution failed due to configuration error: no endpoint and no credentials are set for ${service}`,
    );
  return `https://${subdomain ? `${subdomain}.` : ''}${service}.${region}.amazonaws.com`;
}
