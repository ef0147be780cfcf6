import { functionWords } from '@/components/console/functionUri';
import { httpMethods } from '@/lib/model/httpMethod';
import type { Method } from '@/lib/model/method';
import { pathParameterNames } from '@/lib/model/pathPart';
import type { Resource } from '@/lib/model/restApi';
import { isFunctionKind, kindOf } from '../integration/integrationKinds';

/** What the test form holds. */
export interface TestRequest {
  /** the verb to call an ANY method with; the first that it answers when absent */
  verb?: string;
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

/** The method under test. */
export interface TestTarget {
  resource: Resource;
  httpMethod: string;
}

/** Verbs that an ANY method answers: those for which its resource has no method of their own. */
export const anyVerbs = ({ resourceMethods }: Resource): string[] =>
  httpMethods.filter((verb) => verb !== 'ANY' && !Object.hasOwn(resourceMethods, verb));

/** The verb that a test sends: the method's own, or the one chosen for ANY. */
export function verbOf({ resource, httpMethod }: TestTarget, { verb }: TestRequest): string {
  if (httpMethod !== 'ANY') return httpMethod;
  const verbs = anyVerbs(resource);
  return verbs.find((each) => each === verb) ?? verbs[0] ?? 'ANY';
}

/**
 * `POST https://…` or `function hello` when a test with the verb `sent` would change something at a real backend; undefined when it
 * only reads or mocks.
 */
export function realWrite({ methodIntegration }: Method, sent: string): string | undefined {
  if (!methodIntegration || methodIntegration.type === 'MOCK') return undefined;
  // A function is called by POST whatever it does: only what is asked of it tells.
  if (isFunctionKind(kindOf(methodIntegration)))
    return writes.includes(sent) ? `function ${functionWords(methodIntegration.uri ?? '')}` : undefined;
  const backend = methodIntegration.httpMethod ?? 'ANY';
  const called = backend === 'ANY' ? sent : backend;
  const changes = writes.includes(sent) || writes.includes(called);
  return changes ? `${called} ${methodIntegration.uri ?? ''}` : undefined;
}

/** Whether a body makes sense to be typed. */
export const takesBody = (httpMethod: string) => httpMethod !== 'GET' && httpMethod !== 'HEAD';
