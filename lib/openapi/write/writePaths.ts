import { type HttpMethod, httpMethods } from '@/lib/model/httpMethod';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { sortedBy } from './compact';
import type { ExportContext, Part } from './ExportContext';
import { writeOperation } from './writeOperation';

/** `paths`, sorted. Resources without methods show only where nothing below them does. */
export function writePaths(context: ExportContext, resources: readonly Resource[]): Part {
  const parents = new Set(resources.map((resource) => resource.parentId));
  const shown = resources.filter(
    ({ id, path, resourceMethods }) =>
      Object.keys(resourceMethods).length > 0 || (path !== '/' && !parents.has(id)),
  );
  return Object.fromEntries(
    sortedBy(shown, ({ path }) => path).map((resource) => [
      context.shown.forReaders ? standardPath(resource.path) : resource.path,
      writePathItem(context, resource),
    ]),
  );
}

/** `/{proxy+}` -> `/{proxy}`: tools that know no greedy variables fill only a name that is declared. */
export const standardPath = (path: string) => path.replace(/\+\}$/, '}');

function writePathItem(context: ExportContext, { path, resourceMethods }: Resource): Part {
  const methods = sortedBy(Object.values(resourceMethods), ({ httpMethod }) => httpMethod);
  const plain = methods.filter(({ httpMethod }) => httpMethod !== 'ANY');
  const any = methods.find(({ httpMethod }) => httpMethod === 'ANY');
  const operations: [string, Method][] = plain.map((method) => [method.httpMethod.toLowerCase(), method]);
  if (any) operations.push(...writtenAs(context, any, plain));
  return Object.fromEntries(operations.map(([key, method]) => [key, writeOperation(context, path, method)]));
}

/** ANY is AWS's own; for readers it is written as each verb that it stands for. */
function writtenAs({ shown }: ExportContext, any: Method, others: Method[]): [string, Method][] {
  if (!shown.forReaders) return [['x-amazon-apigateway-any-method', any]];
  const taken = new Set<HttpMethod>(['ANY', ...others.map(({ httpMethod }) => httpMethod)]);
  const free = httpMethods.filter((verb) => !taken.has(verb)).sort();
  return free.map((verb) => {
    const operationName = any.operationName && `${any.operationName}${verb}`;
    return [verb.toLowerCase(), { ...any, ...(operationName && { operationName }) }];
  });
}
