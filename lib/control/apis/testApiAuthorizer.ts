import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { apiStages } from '@/db/schema';
import type { AuthorizerTrialInput } from '@/lib/model/v2/authorizerTrial';
import type { Route } from '@/lib/model/v2/route';
import type { ReadCall } from '../ControlContext';
import { testRequest } from '../methods/testRequest';
import { read } from '../operation';
import { parse } from '../parse';
import { authorizerDocument } from '../publish/apiDeploymentDocument';
import { authorizerPart } from './authorizerPart';
import { findApi } from './findApi';
import { type ApiStageRow, findApiStage } from './findApiStage';
import { getPart } from './heldByApi';
import { fault } from './refuse';
import { routePart } from './routePart';

const input = z.object({
  headers: testRequest.headers,
  stageVariables: testRequest.stageVariables,
  pathWithQueryString: z
    .string()
    .max(10_240)
    .regex(/^$|^[/?][\x21-\x7e]*$/, 'The path begins with / and is percent-encoded'),
  stageName: z.string().optional(),
  routeId: z.string().optional(),
});

/**
 * Asks the undeployed authorizer of an HTTP or WebSocket API, which AWS has for REST APIs alone. It calls the real
 * function or issuer, so a viewer may not.
 */
export const testApiAuthorizer = read(
  { name: 'TestInvokeAuthorizer', permission: 'editor' },
  async (call, apiId: string, authorizerId: string, unparsed: AuthorizerTrialInput) => {
    const { stageName, routeId, stageVariables, ...sent } = parse(input, unparsed);
    const { protocolType } = await findApi(call, apiId);
    const authorizer = await getPart(call, authorizerPart, apiId, '', authorizerId);
    const route = routeId === undefined ? undefined : await getPart(call, routePart, apiId, '', routeId);
    const stage = await stageOf(call, apiId, stageName);
    const { method, path } = addressOf(route);
    return call.ports
      .testApiAuthorizer({
        ...{ apiId, protocolType, authorizer: authorizerDocument(authorizer) },
        ...(protocolType === 'HTTP' && route && { route: asked(route) }),
        stageName: stage?.stageName ?? 'test-invoke-stage',
        variables: { ...stage?.settings.stageVariables, ...stageVariables },
        httpMethod: method,
        headers: sent.headers,
        pathWithQueryString: withPath(sent.pathWithQueryString, path),
      })
      .catch((error: unknown) => Promise.reject(refused(error, authorizer.name)));
  },
);

/** The one that is named, `$default`, the first made; null: there is none yet. */
async function stageOf({ db }: ReadCall, apiId: string, stageName?: string): Promise<ApiStageRow | null> {
  if (stageName !== undefined) return findApiStage(db, apiId, stageName);
  const rows = await db
    .select()
    .from(apiStages)
    .where(eq(apiStages.apiId, apiId))
    .orderBy(asc(apiStages.createdDate));
  return rows.find((row) => row.stageName === '$default') ?? rows[0] ?? null;
}

const asked = ({ routeKey, authorizationScopes }: Route) => ({
  routeKey,
  ...(authorizationScopes && { authorizationScopes }),
});

/** A call that leads to a route: `GET /pets/{id}` is called as `GET /pets/id`. */
function addressOf(route: Route | undefined): { method: string; path: string } {
  const [, verb = 'GET', template = '/'] = /^([A-Z]+) (\/.*)$/.exec(route?.routeKey ?? '') ?? [];
  return {
    method: verb === 'ANY' ? 'GET' : verb,
    path: template.replace(/\{([^}]*?)\+?\}/g, (_, name) => encodeURIComponent(name)),
  };
}

/** A query string alone is asked of the route's own path. */
const withPath = (sent: string, path: string): string =>
  sent === '' || sent.startsWith('?') ? `${path}${sent}` : sent;

function refused(error: unknown, name: string): unknown {
  const isRejection = error instanceof Error && 'code' in error && error.code === 'SnapshotRejected';
  if (!isRejection || !('reason' in error)) return error;
  return fault('authorizer', `Authorizer ${name}: ${String(error.reason)}`);
}
