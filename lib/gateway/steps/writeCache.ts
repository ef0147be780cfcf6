import { collectBody } from '../cache/collectBody';
import { isStorable, LARGEST_ITEM, ofOneCall } from '../cache/isStorable';
import type { Call } from '../pipeline/Call';
import type { CompiledMethod } from '../snapshot/compiled';
import type { Reply } from '../transport/Request';
import type { CacheLookup } from './readCache';

/** Keeps an answer for the calls that share its key; one that is streamed is kept when its end has come. */
export async function writeCache(
  call: Call,
  lookup: CacheLookup,
  { authorizationType }: CompiledMethod,
  reply: Reply,
): Promise<Reply> {
  if (!isStorable(reply, call.request, lookup.cacheKey, authorizationType !== 'NONE')) {
    call.trace?.add('writeCache', 'The answer is not one that may be cached');
    return reply;
  }
  const { key, caching } = lookup;
  const { status } = reply;
  const validity = { ttlMs: caching.ttlMs, since: call.time };
  const headers = reply.headers.filter(([name]) => !ofOneCall.has(name.toLowerCase()));
  const store = (body: Buffer) =>
    call.ports.cache.put(caching.cache, key, { status, headers, body }, validity);
  if (typeof reply.body !== 'string' && !Buffer.isBuffer(reply.body))
    return { ...reply, body: collectBody(reply.body, LARGEST_ITEM, store) };
  const body = Buffer.from(reply.body);
  if (body.length <= LARGEST_ITEM) await store(body);
  return reply;
}

/** The caller's own copy of a cached answer. */
export function cachedReply({ found, warning }: CacheLookup): Reply | undefined {
  if (!found) return undefined;
  const headers = found.headers.map(([name, value]): [string, string] => [name, value]);
  return withWarning({ status: found.status, headers, body: found.body }, warning);
}

export function withWarning(reply: Reply, warning: string | undefined): Reply {
  if (warning !== undefined) reply.headers.push(['Warning', warning]);
  return reply;
}
