import { type DocumentationPartLocation, type DocumentationPartType, parseProperties } from './documentation';
import type { Method } from './method';
import { requestBodyKey } from './parameterDocumentation';
import { pathParameterNames } from './pathPart';
import type { Resource, RestApiDefinition } from './restApi';

/** One thing of an API that can be documented. */
export interface DocumentedEntity {
  location: DocumentationPartLocation;
  /** AWS's documentation keys, as the definition itself says them: imported prose and types' descriptions */
  said: Record<string, unknown>;
}

type Documentable = Pick<RestApiDefinition, 'description' | 'resources' | 'models'>;

/** Everything in a definition that a part can be about: the API, models, resources, methods and what they have. */
export function documentedEntities({ description, resources, models }: Documentable): DocumentedEntity[] {
  return [
    { location: { type: 'API' }, said: defined({ description }) },
    ...resources.flatMap((resource) => [
      { location: { type: 'RESOURCE' as const, path: resource.path }, said: {} },
      ...Object.values(resource.resourceMethods).flatMap((method) => methodEntities(resource, method)),
    ]),
    ...models.map((model) => ({
      location: { type: 'MODEL' as const, name: model.name },
      said: defined({ description: schemaDescription(model.schema) ?? model.description }),
    })),
  ];
}

/** A schema's own description is the one that an export shows. */
function schemaDescription(schema: string): string | undefined {
  const description = parseProperties(schema)?.description;
  return typeof description === 'string' ? description : undefined;
}

function methodEntities({ path }: Resource, method: Method): DocumentedEntity[] {
  const at = { path, method: method.httpMethod };
  const { summary, description, tags } = method;
  return [
    { location: { type: 'METHOD', ...at }, said: defined({ summary, description, tags }) },
    ...requestEntities(at, method),
    ...Object.values(method.methodResponses).flatMap((response) => responseEntities(at, response)),
  ];
}

interface Place {
  path: string;
  method: string;
}

const parameterTypes: Record<string, DocumentationPartType> = {
  path: 'PATH_PARAMETER',
  querystring: 'QUERY_PARAMETER',
  header: 'REQUEST_HEADER',
};

function requestEntities(at: Place, method: Method): DocumentedEntity[] {
  const ofPath = pathParameterNames(at.path).map((name) => `method.request.path.${name}`);
  const keys = new Set([...ofPath, ...Object.keys(method.requestParameters)]);
  const parameters = [...keys].flatMap((key): DocumentedEntity[] => {
    const [, , place = '', ...name] = key.split('.');
    const type = parameterTypes[place];
    const said = defined({ description: method.parameterDocumentation?.[key]?.description });
    return type ? [{ location: { type, ...at, name: name.join('.') }, said }] : [];
  });
  if (Object.keys(method.requestModels).length === 0) return parameters;
  const said = defined({ description: method.parameterDocumentation?.[requestBodyKey]?.description });
  return [...parameters, { location: { type: 'REQUEST_BODY', ...at }, said }];
}

function responseEntities(
  place: Place,
  {
    statusCode,
    description,
    responseParameters,
    responseModels,
    parameterDocumentation,
  }: Method['methodResponses'][string],
): DocumentedEntity[] {
  const at = { ...place, statusCode };
  const headers = Object.keys(responseParameters).map((key): DocumentedEntity => {
    const name = key.split('.').slice(3).join('.');
    const said = defined({ description: parameterDocumentation?.[key]?.description });
    return { location: { type: 'RESPONSE_HEADER', ...at, name }, said };
  });
  const body: DocumentedEntity[] =
    Object.keys(responseModels).length > 0 ? [{ location: { type: 'RESPONSE_BODY', ...at }, said: {} }] : [];
  return [{ location: { type: 'RESPONSE', ...at }, said: defined({ description }) }, ...headers, ...body];
}

const defined = (members: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
