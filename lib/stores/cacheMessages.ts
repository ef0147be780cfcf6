/** What workers and the supervisor say to each other about cached answers. Plain JSON: it crosses process borders. */
import type { CachedAnswer, CacheRef, Validity } from '@gatehouse/gateway/ports';

/** A cached answer with its body in base64. */
export type PackedAnswer = Omit<CachedAnswer, 'body'> & { body: string };

export type CacheAsk =
  | { type: 'cacheGet'; sequence: number; cache: CacheRef; key: string }
  | {
      type: 'cachePut';
      sequence: number;
      cache: CacheRef;
      key: string;
      answer: PackedAnswer;
      validity: Validity;
    };

/** `answer` only of a `cacheGet` that found one. */
export interface CacheReply {
  type: 'cache';
  sequence: number;
  answer?: PackedAnswer;
}
