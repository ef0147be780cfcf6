import { eq } from 'drizzle-orm';
import { apiStages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { httpMethods } from '@/lib/model/httpMethod';
import type { Actor } from '@/lib/model/role';
import type { ControlContext, ReadCall } from '../ControlContext';
import type { Control } from '../control';
import { runRead } from '../operation';
import { badRequest } from '../parse';
import { ownKey } from './ownership';
import { calledStage, publishedProduct } from './publishedProducts';
import { answerHeaders, callHeaders } from './tryItHeaders';

/** AWS's limits of a payload and of a URL (reference/rest-execution.md section 2). */
const largestBody = 10 * 1024 * 1024;
const longestPath = 10_240;

/**
 * One call to the stage of a published product, for anybody, as a stranger's program would make it. It goes
 * through the gateway's own listener, whatever the product's backend is: nothing else can be reached.
 */
export function tryIt(context: ControlContext): Control['portal']['tryIt'] {
  return async (actor, slug, call) => {
    const method = checkMethod(call.method);
    const pathAndQuery = checkPath(call.pathAndQuery);
    if ((call.body?.byteLength ?? 0) > largestBody)
      throw badRequest({ field: 'body', message: 'A body has at most 10 MB' });
    const { stage, apiKey } = await runRead(context, actor, async (read) => ({
      stage: await httpStage(read, slug, pathAndQuery),
      apiKey: call.apiKeyId === undefined ? undefined : await keyValue(read, actor, call.apiKeyId),
    }));
    const headers = callHeaders(call.headers, apiKey);
    const sent = { ...stage, method, pathAndQuery, headers, body: call.body };
    const answer = await context.ports.callGateway(sent);
    return { ...answer, headers: answerHeaders(answer.headers) };
  };
}

/**
 * What the call goes to. Beside `$default` a path's first part may name another stage (selectStage of the engine),
 * which may be nobody's business: such a path is not sent.
 */
async function httpStage({ db }: ReadCall, slug: string, pathAndQuery: string) {
  const found = await publishedProduct(db, slug);
  if (found.kind === 'WEBSOCKET')
    throw badRequest({ field: 'slug', message: 'A WebSocket API is connected to, not called' });
  const { apiId, stageName } = calledStage(found);
  if (stageName === '$default') {
    const rows = await db
      .select({ name: apiStages.stageName })
      .from(apiStages)
      .where(eq(apiStages.apiId, apiId));
    const [path = ''] = pathAndQuery.split('?');
    const first = decoded(path.split('/')[1] ?? '');
    if (rows.some(({ name }) => name === first)) throw notSent();
  }
  return { restApiId: apiId, stageName };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notSent();
  }
}

const notSent = () => badRequest({ field: 'pathAndQuery', message: 'The path is not one that try-it sends' });

function checkMethod(text: string): string {
  const method = String(text).toUpperCase();
  if (method !== 'ANY' && httpMethods.some((known) => known === method)) return method;
  throw badRequest({
    field: 'method',
    message: `${method.slice(0, 20)} is not a method that an API can have`,
  });
}

/**
 * The stage is a prefix of the path: a dot segment, however written, could leave it. Programs may send them, and
 * the gateway's own gate refuses them; from here they are not sent.
 */
function checkPath(pathAndQuery: string): string {
  const [path = ''] = pathAndQuery.split('?');
  const plain = path.replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
  const leaves = plain.split(/[/\\;]/).some((segment) => segment === '.' || segment === '..');
  const clean = pathAndQuery.length <= longestPath && /^\/[\x21\x22\x24-\x5b\x5d-\x7e]*$/.test(pathAndQuery);
  if (clean && !leaves && !path.startsWith('//')) return pathAndQuery;
  throw notSent();
}

async function keyValue({ db, now, ports }: ReadCall, actor: Actor, apiKeyId: string): Promise<string> {
  const key = await ownKey(db, actor, now, apiKeyId);
  if (key.enabled) return ports.secrets.decrypt(key.valueSealed);
  throw new ControlError('AccessDeniedException', 'This key is disabled');
}
