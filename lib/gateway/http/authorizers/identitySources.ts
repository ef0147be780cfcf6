import type { HttpExchange } from '../HttpExchange';
import { compileValue } from '../mapping/compileValue';

const SOURCE = /^\$(request\.(header|querystring)|context|stageVariables)\.[^\s]+$/;
const NOTHING = Buffer.alloc(0);

/** The values of an authorizer's identity sources; undefined: one of them is missing or empty. */
export type HttpIdentitySources = (exchange: HttpExchange) => string[] | undefined;

/** @throws Error naming the source that is wrong */
export function compileHttpIdentitySources(sources: readonly string[] = []): HttpIdentitySources {
  const reads = sources.map((source) => {
    if (!SOURCE.test(source)) throw new Error(`invalid identity source: ${source}`);
    return compileValue(source, 'request');
  });
  return (exchange) => {
    const values: string[] = [];
    for (const one of reads) {
      const value = one.read({ exchange, body: NOTHING });
      if (value === undefined || value === '') return undefined;
      values.push(value);
    }
    return values;
  };
}
