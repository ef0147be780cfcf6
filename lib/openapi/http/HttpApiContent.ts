import type { ApiSettings } from '@/lib/model/v2/api';
import type { Authorizer } from '@/lib/model/v2/authorizer';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import type { RouteInput } from '@/lib/model/v2/route';

/** What an OpenAPI document says of an HTTP API. Ids join its parts to each other, and are the document's alone. */
export interface HttpApiContent
  extends Pick<
    ApiSettings,
    'name' | 'description' | 'version' | 'corsConfiguration' | 'disableExecuteApiEndpoint'
  > {
  tags?: Record<string, string>;
  /** `target` and `authorizerId` name those below */
  routes: RouteInput[];
  integrations: (IntegrationInput & { integrationId: string })[];
  authorizers: Authorizer[];
}
