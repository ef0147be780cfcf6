import { eq } from 'drizzle-orm';
import { apiStages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';
import type { ControlContext, ReadCall } from '../ControlContext';
import type { Control } from '../control';
import { runRead } from '../operation';
import { badRequest } from '../parse';
import { ownKey } from './ownership';
import { calledStage, publishedProduct } from './publishedProducts';
import { publishedUrl } from './publishedUrl';
import { checkCall, decoded, notSent, sendTry } from './tryItCall';
import { callHeaders } from './tryItHeaders';

/**
 * One call to the stage of a published product, for anybody, as a stranger's program would make it. It goes
 * through the gateway's own listener, whatever the product's backend is: nothing else can be reached.
 */
export function tryIt(context: ControlContext): Control['portal']['tryIt'] {
  return async (actor, slug, call) => {
    const { method, pathAndQuery } = checkCall(call);
    const { invokeUrl, apiKey } = await runRead(context, actor, async (read) => ({
      invokeUrl: await httpUrl(read, slug, pathAndQuery),
      apiKey: call.apiKeyId === undefined ? undefined : await keyValue(read, actor, call.apiKeyId),
    }));
    const headers = callHeaders(call.headers, apiKey);
    return sendTry(context, { invokeUrl, method, pathAndQuery, headers, body: call.body });
  };
}

/**
 * What the call goes to. Beside `$default` a path's first part may name another stage (selectStage of the engine),
 * which may be nobody's business: such a path is not sent.
 */
async function httpUrl(read: ReadCall, slug: string, pathAndQuery: string): Promise<string> {
  const { db } = read;
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
  return publishedUrl(read, found);
}

async function keyValue({ db, now, ports }: ReadCall, actor: Actor, apiKeyId: string): Promise<string> {
  const key = await ownKey(db, actor, now, apiKeyId);
  if (key.enabled) return ports.secrets.decrypt(key.valueSealed);
  throw new ControlError('AccessDeniedException', 'This key is disabled');
}
