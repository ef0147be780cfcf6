import { createHash } from 'node:crypto';
import { compileExpression } from '../mapping/compileExpression';
import type { Exchange } from '../mapping/Exchange';
import { requestInput } from '../mapping/mappingInputs';
import type { IntegrationDocument } from '../snapshot/types';

/** What tells a method's cached answers apart. */
export interface CacheKey {
  /** the caller's whole body must be at hand */
  needsBody: boolean;
  /** headers of the caller that are part of the key, in lower case */
  headers: ReadonlySet<string>;
  /** @param body the caller's body where it is needed, else '' */
  read(exchange: Exchange, body: string): string;
}

interface Part {
  needsBody: boolean;
  header?: string;
  read(exchange: Exchange, body: string): readonly string[];
}

/**
 * Compiles cacheNamespace and cacheKeyParameters. The deployment is part of the key: a stage that moved on never
 * answers from the one before, and a canary shares the stage's answers only where both run the same deployment
 * (reference section 13); so is the verb in effect: a HEAD never answers a GET. Everything is hashed as JSON, so
 * that no value can pass for two.
 * @throws Error naming the parameter that is wrong
 */
export function compileCacheKey(document: IntegrationDocument, resourceId: string): CacheKey {
  const { cacheNamespace = resourceId, cacheKeyParameters = [] } = document;
  const parts = [...cacheKeyParameters].sort().map((name) => compilePart(name, document.requestParameters));
  return {
    needsBody: parts.some(({ needsBody }) => needsBody),
    headers: new Set(parts.flatMap(({ header }) => header ?? [])),
    read: (exchange, body) => {
      const { deploymentId, httpMethod } = exchange.facts;
      const values = parts.map((part) => part.read(exchange, body));
      const key = [deploymentId, cacheNamespace, httpMethod, values];
      return createHash('sha256').update(JSON.stringify(key)).digest('base64url');
    },
  };
}

/** Nothing is mapped to it: it never varies. */
const UNMAPPED: Part = { needsBody: false, read: () => [] };

function compilePart(parameter: string, requestParameters: Record<string, string>): Part {
  const source = parameter.startsWith('integration.request.') ? requestParameters[parameter] : parameter;
  if (source === undefined) return UNMAPPED;
  const [, location, name] = /^method\.request\.(?:multivalue)?([a-z]+)\.(.+)$/s.exec(source) ?? [];
  if (location === 'header' && name) return headerPart(name.toLowerCase());
  if (location === 'querystring' && name)
    return { needsBody: false, read: ({ querystring }) => querystring.get(name) ?? [] };
  if (source === parameter && location !== 'path')
    throw new Error(`invalid cache key parameter: ${parameter}`);
  const expression = compileExpression(source, 'request');
  return {
    needsBody: expression.needsBody,
    read: (exchange, body) => expression.read(requestInput(exchange, body)),
  };
}

/** All values, and whatever the case of the name: a backend that is handed the header reads it so too. */
function headerPart(header: string): Part {
  return {
    needsBody: false,
    header,
    read: ({ headers }) => headers.flatMap(([name, value]) => (name.toLowerCase() === header ? value : [])),
  };
}
