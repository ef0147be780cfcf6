import type { RestApi } from '@/lib/control/control';
import { optional } from './methodShape';

/** AWS's RestApi; a policy is JSON text within JSON text, its quotes escaped, as AWS gives it. */
export function restApiShape(api: RestApi, tags: Record<string, string> | undefined) {
  const { binaryMediaTypes, policy } = api;
  return {
    id: api.id,
    name: api.name,
    ...optional({ description: api.description, version: api.version }),
    createdDate: Math.floor(api.createdDate / 1000),
    apiKeySource: api.apiKeySource,
    endpointConfiguration: api.endpointConfiguration,
    disableExecuteApiEndpoint: api.disableExecuteApiEndpoint,
    rootResourceId: api.rootResourceId,
    ...(binaryMediaTypes.length > 0 && { binaryMediaTypes }),
    ...optional({ minimumCompressionSize: api.minimumCompressionSize, tags }),
    ...(policy !== undefined && { policy: JSON.stringify(policy).slice(1, -1) }),
  };
}
