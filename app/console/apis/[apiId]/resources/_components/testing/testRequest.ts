import type { Method } from '@/lib/model/method';
import { pathParameterNames } from '@/lib/model/pathPart';

/** What the test form holds. */
export interface TestRequest {
  /** path parameter -> value as typed, not encoded */
  path: Record<string, string>;
  /** as it stands behind the `?` */
  queryString: string;
  headers: Record<string, string>;
  body: string;
  stageVariables: Record<string, string>;
}

export const blankRequest: TestRequest = {
  path: {},
  queryString: '',
  headers: {},
  body: '',
  stageVariables: {},
};

/** Path parameters that have no value yet. */
export const missingParameters = (resourcePath: string, { path }: TestRequest): string[] =>
  pathParameterNames(resourcePath).filter((name) => !path[name]);

/**
 * The resource's path with its parameters filled in, percent-encoded, and the query. A greedy parameter keeps
 * its slashes. Characters of the query that a request line cannot hold are encoded; what is encoded already stays.
 */
export function pathWithQueryString(resourcePath: string, { path, queryString }: TestRequest): string {
  const filled = resourcePath.replace(/\{([^}+]+)(\+?)\}/g, (_, name: string, greedy: string) => {
    const value = path[name] ?? '';
    return greedy ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
  const query = queryString
    .trim()
    .replace(/^\?/, '')
    .replace(/[^\x21-\x7e]|#/gu, encodeURIComponent);
  return query ? `${filled}?${query}` : filled;
}

const writes = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** `POST https://…` when a test would change something at a real backend; undefined when it only reads or mocks. */
export function realWrite({ httpMethod, methodIntegration }: Method): string | undefined {
  if (!methodIntegration || methodIntegration.type === 'MOCK') return undefined;
  const asked = methodIntegration.httpMethod ?? httpMethod;
  const verb = asked === 'ANY' ? httpMethod : asked;
  const changes = [httpMethod, verb].some((each) => writes.includes(each) || each === 'ANY');
  return changes ? `${verb} ${methodIntegration.uri ?? ''}` : undefined;
}

/** Whether a body makes sense to be typed. */
export const takesBody = (httpMethod: string) => httpMethod !== 'GET' && httpMethod !== 'HEAD';
