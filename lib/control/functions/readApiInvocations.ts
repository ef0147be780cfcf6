import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiStages, apis, authorizers, methods, resources, restApis, stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { functionArnInUri } from '@/lib/model/functionArn';
import type { ApiDefinition } from '@/lib/model/v2/definition';
import type { ApiRow } from '../apis/findApi';
import { readApiDefinition } from '../apis/readApiDefinition';

/** A place in an API's current definition that invokes a function without a role of its own. */
export interface ApiInvocation {
  functionArn: string;
  /** `GET /pets`, `authorizer guard` */
  usedBy: string;
  /** what comes after the API's id in the ARN by which the place invokes; `{stage}` stands for the stage's name */
  source: string;
}

/**
 * Of a REST, HTTP or WebSocket API, with the names of its stages. What names a stage variable is left out: it is one
 * function in one stage and another in the next.
 * @throws ControlError NotFoundException
 */
export async function readApiInvocations(
  db: Db,
  apiId: string,
): Promise<{ invocations: ApiInvocation[]; stageNames: string[] }> {
  const api = await findAnyApi(db, apiId);
  if (api === 'REST') {
    const named = await db
      .select({ stageName: stages.stageName })
      .from(stages)
      .where(eq(stages.restApiId, apiId));
    return { invocations: await ofRestApi(db, apiId), stageNames: named.map(({ stageName }) => stageName) };
  }
  const named = await db
    .select({ stageName: apiStages.stageName })
    .from(apiStages)
    .where(eq(apiStages.apiId, apiId));
  const invocations = ofDefinition(await readApiDefinition(db, api));
  return { invocations, stageNames: named.map(({ stageName }) => stageName) };
}

/** Its row, where it is no REST API. @throws ControlError NotFoundException */
export async function findAnyApi(db: Db, apiId: string): Promise<'REST' | ApiRow> {
  const [restApi] = await db.select({ id: restApis.id }).from(restApis).where(eq(restApis.id, apiId));
  if (restApi) return 'REST';
  const [api] = await db.select().from(apis).where(eq(apis.apiId, apiId));
  if (!api) throw new ControlError('NotFoundException', `Invalid API identifier specified ${apiId}`);
  return api;
}

async function ofRestApi(db: Db, restApiId: string): Promise<ApiInvocation[]> {
  const { httpMethod, methodIntegration: integration } = methods;
  const rows = await db
    .select({ path: resources.path, httpMethod, integration })
    .from(methods)
    .innerJoin(resources, eq(resources.id, methods.resourceId))
    .where(and(eq(resources.restApiId, restApiId), isNotNull(integration)))
    .orderBy(asc(resources.path), asc(httpMethod));
  const authorizing = await db
    .select()
    .from(authorizers)
    .where(eq(authorizers.restApiId, restApiId))
    .orderBy(asc(authorizers.id));
  return [
    ...rows.flatMap(({ path, httpMethod: verb, integration: calls }) =>
      invocation(calls?.uri, calls?.credentials, `${verb} ${path}`, methodSource(verb, path)),
    ),
    ...authorizing.flatMap(({ id, settings: { name, authorizerUri, authorizerCredentials } }) =>
      invocation(authorizerUri, authorizerCredentials, `authorizer ${name}`, `authorizers/${id}`),
    ),
  ];
}

function ofDefinition({ routes, integrations, authorizers: authorizing }: ApiDefinition): ApiInvocation[] {
  return [
    ...routes.flatMap(({ routeKey, target }) => {
      const integration = integrations.find(
        ({ integrationId }) => target === `integrations/${integrationId}`,
      );
      return invocation(
        integration?.integrationUri,
        integration?.credentialsArn,
        routeKey,
        routeSource(routeKey),
      );
    }),
    ...authorizing.flatMap(({ authorizerId, name, authorizerUri, authorizerCredentialsArn }) =>
      invocation(
        authorizerUri,
        authorizerCredentialsArn,
        `authorizer ${name}`,
        `authorizers/${authorizerId}`,
      ),
    ),
  ];
}

function invocation(
  uri: string | undefined,
  role: string | undefined,
  usedBy: string,
  source: string,
): ApiInvocation[] {
  const functionArn = functionArnInUri(uri ?? '') ?? (uri?.startsWith('arn:') ? uri : undefined);
  if (functionArn === undefined || functionArn.includes('${') || role) return [];
  return [{ functionArn, usedBy, source }];
}

/** Of HTTP APIs `GET /pets`; `$default` and the keys of WebSocket APIs as they are. */
function routeSource(routeKey: string): string {
  const [, verb, path] = /^([A-Z]+) (\/.*)$/.exec(routeKey) ?? [];
  return verb && path ? methodSource(verb, path) : `{stage}/${routeKey}`;
}

/** ANY is no verb that a call has: what is asked is whether any of them may. */
const methodSource = (verb: string, path: string) => `{stage}/${verb === 'ANY' ? '*' : verb}${path}`;
