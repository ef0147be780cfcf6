import type { Method } from '@/lib/model/method';
import type { Resource, RestApiDefinition } from '@/lib/model/restApi';
import type { SdkApi, SdkOperation, SdkParameter, SdkType } from './SdkApi';
import { SdkModels } from './SdkModels';
import { camelCase, distinctNames } from './words';

const VERBS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOCATIONS = { path: 'path', querystring: 'query', header: 'header' } as const;

/** A definition as generators read it. @param baseUrl of the stage */
export function readSdkApi(definition: RestApiDefinition, baseUrl: string, region: string): SdkApi {
  const models = new SdkModels(definition.models);
  const found = definition.resources.flatMap((resource) =>
    methodsOf(resource).map(([verb, method]) => ({ verb, method, path: resource.path })),
  );
  const texts = found.map(({ verb, method, path }) =>
    method.operationName !== undefined && method.httpMethod !== 'ANY'
      ? method.operationName
      : `${path === '/' ? 'root' : path} ${verb.toLowerCase()}`,
  );
  const names = distinctNames(texts, camelCase, new Set());
  const operations = found.map(({ verb, method, path }, index) => ({
    name: names[index] ?? '',
    ...operationOf(models, verb, method, path),
  }));
  return {
    name: definition.name,
    baseUrl: baseUrl.replace(/\/$/, ''),
    region,
    operations,
    classes: models.classes,
  };
}

/** ANY is every verb that the resource has no method of its own for. */
function methodsOf({ resourceMethods }: Resource): [verb: string, method: Method][] {
  const { ANY: any, ...own } = resourceMethods;
  const rest = any ? VERBS.filter((verb) => !own[verb]).map((verb) => [verb, any] as [string, Method]) : [];
  return [...Object.entries(own), ...rest];
}

function operationOf(
  models: SdkModels,
  httpMethod: string,
  method: Method,
  path: string,
): Omit<SdkOperation, 'name'> {
  const [bodyModel] = Object.values(method.requestModels);
  const takesBody = bodyModel !== undefined || !WITHOUT_BODY.has(httpMethod);
  const answer = answerOf(models, method);
  return {
    httpMethod,
    path,
    parameters: parametersOf(method, path),
    ...(takesBody && { body: bodyModel === undefined ? { kind: 'any' } : models.typeOf(bodyModel) }),
    ...(answer && { answer }),
  };
}

function answerOf(models: SdkModels, { methodResponses }: Method): SdkType | undefined {
  const fine = Object.values(methodResponses).filter(({ statusCode }) => statusCode.startsWith('2'));
  const [name] = fine.flatMap(({ responseModels }) => responseModels['application/json'] ?? []);
  return name === undefined ? undefined : models.typeOf(name);
}

/** A path's variables are its parameters, also where the method does not declare them. */
function parametersOf({ requestParameters }: Method, path: string): SdkParameter[] {
  const inPath = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = '']) => name);
  const declared = Object.entries(requestParameters).flatMap(([key, required]): SdkParameter[] => {
    const [, , place = '', ...rest] = key.split('.');
    const location = LOCATIONS[place as keyof typeof LOCATIONS];
    return location === undefined || location === 'path'
      ? []
      : [{ name: rest.join('.'), location, required }];
  });
  const sorted = declared.sort(byNeedAndName);
  return [...inPath.map((name) => ({ name, location: 'path' as const, required: true })), ...sorted];
}

/** Languages without names in calls take them in this order, which must not change with how they were stored. */
function byNeedAndName(a: SdkParameter, b: SdkParameter): number {
  if (a.required !== b.required) return a.required ? -1 : 1;
  return a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
}
