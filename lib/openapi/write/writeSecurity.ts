import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import type { ExportContext, Part } from './ExportContext';

interface Scheme {
  name: string;
  /** x-amazon-apigateway-authtype */
  authType: string;
}

const schemes: Record<Exclude<Method['authorizationType'], 'NONE'>, Scheme> = {
  AWS_IAM: { name: 'sigv4', authType: 'awsSigv4' },
  CUSTOM: { name: 'custom', authType: 'custom' },
  COGNITO_USER_POOLS: { name: 'cognito', authType: 'cognito_user_pools' },
};

const schemesOf = ({ authorizationType }: Method) =>
  authorizationType === 'NONE' ? [] : [schemes[authorizationType]];

/** An operation's `security`: one requirement for each scheme, as AWS exports it. */
export function writeSecurity(method: Method): Part[] {
  const names = schemesOf(method).map((scheme) => scheme.name);
  if (method.apiKeyRequired) names.push('api_key');
  return names.map((name) => ({ [name]: [] }));
}

/** The schemes that methods of the API use. */
export function writeSecuritySchemes({ extensions }: ExportContext, resources: readonly Resource[]): Part {
  const methods = resources.flatMap((resource) => Object.values(resource.resourceMethods));
  const used: Part = {};
  if (methods.some((method) => method.apiKeyRequired))
    used.api_key = { type: 'apiKey', name: 'x-api-key', in: 'header' };
  for (const { name, authType } of Object.values(schemes)) {
    if (!methods.some((method) => schemesOf(method).some((scheme) => scheme.name === name))) continue;
    const scheme = { type: 'apiKey', name: 'Authorization', in: 'header' };
    used[name] = extensions ? { ...scheme, 'x-amazon-apigateway-authtype': authType } : scheme;
  }
  return used;
}
