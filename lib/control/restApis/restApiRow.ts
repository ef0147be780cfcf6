import type { restApis } from '@/db/schema';
import type { RestApiDefinition } from '@/lib/model/restApi';

type RestApiRow = typeof restApis.$inferSelect;

/** What stands in the API's own row of the table. */
export type ApiMembers = Pick<
  RestApiDefinition,
  | 'name'
  | 'description'
  | 'version'
  | 'binaryMediaTypes'
  | 'minimumCompressionSize'
  | 'apiKeySource'
  | 'policy'
  | 'endpointConfiguration'
  | 'disableExecuteApiEndpoint'
>;

/** A row as a definition has it: what is as AWS makes it is absent, as in definitions of before it was built. */
export function toMembers(row: RestApiRow): ApiMembers {
  return {
    name: row.name,
    ...(row.description !== null && { description: row.description }),
    ...(row.version !== null && { version: row.version }),
    ...(row.binaryMediaTypes.length > 0 && { binaryMediaTypes: row.binaryMediaTypes }),
    ...(row.minimumCompressionSize !== null && { minimumCompressionSize: row.minimumCompressionSize }),
    ...(row.apiKeySource === 'AUTHORIZER' && { apiKeySource: row.apiKeySource }),
    ...(row.policy !== null && { policy: row.policy }),
    ...(row.endpointConfiguration !== null && { endpointConfiguration: row.endpointConfiguration }),
    ...(row.disableExecuteApiEndpoint && { disableExecuteApiEndpoint: true }),
  };
}

/** Every member, so that one that is absent is cleared. */
export function toRestApiRow(members: ApiMembers) {
  return {
    name: members.name,
    description: members.description ?? null,
    version: members.version ?? null,
    binaryMediaTypes: members.binaryMediaTypes ?? [],
    minimumCompressionSize: members.minimumCompressionSize ?? null,
    apiKeySource: members.apiKeySource ?? 'HEADER',
    policy: members.policy ?? null,
    endpointConfiguration: members.endpointConfiguration ?? null,
    disableExecuteApiEndpoint: members.disableExecuteApiEndpoint ?? false,
  };
}
