import type { ApiModel, Resource } from '@/lib/model/restApi';

/** Where a model is named: a method's request or one of its responses, or the schema of another model. */
export type ModelUse =
  | { kind: 'request'; resourceId: string; httpMethod: string; path: string; contentType: string }
  | {
      kind: 'response';
      resourceId: string;
      httpMethod: string;
      path: string;
      contentType: string;
      statusCode: string;
    }
  | { kind: 'model'; name: string };

const reference = /https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/"]+\/models\/([A-Za-z0-9]+)/g;

/** Every model that something names, with what names it: methods in the order of the resources, then models. */
export function modelUses(
  resources: readonly Resource[],
  models: readonly Pick<ApiModel, 'name' | 'schema'>[],
): Map<string, ModelUse[]> {
  const uses = new Map<string, ModelUse[]>();
  const add = (name: string, use: ModelUse) => {
    const found = uses.get(name);
    if (found) found.push(use);
    else uses.set(name, [use]);
  };
  for (const resource of resources) addMethods(resource, add);
  for (const { name, schema } of models)
    for (const other of referred(schema)) if (other !== name) add(other, { kind: 'model', name });
  return uses;
}

function addMethods({ id, path, resourceMethods }: Resource, add: (name: string, use: ModelUse) => void) {
  for (const { httpMethod, requestModels, methodResponses } of Object.values(resourceMethods)) {
    const at = { resourceId: id, httpMethod, path };
    for (const [contentType, name] of Object.entries(requestModels))
      add(name, { kind: 'request', ...at, contentType });
    for (const { statusCode, responseModels } of Object.values(methodResponses))
      for (const [contentType, name] of Object.entries(responseModels))
        add(name, { kind: 'response', ...at, contentType, statusCode });
  }
}

/** JSON may write a slash as `\/`. */
const referred = (schema: string) =>
  new Set([...schema.replaceAll('\\/', '/').matchAll(reference)].map((match) => match[1] ?? ''));

/** `POST /pets` with the status where it is a response's, or the other model's name. */
export function textOfUse(use: ModelUse): string {
  if (use.kind === 'model') return `model ${use.name}`;
  const place = `${use.httpMethod} ${use.path}`;
  return use.kind === 'request' ? place : `${place} ${use.statusCode}`;
}

/** The drawer of the method's box that names the model. */
export function hrefOfUse(restApiId: string, use: Exclude<ModelUse, { kind: 'model' }>): string {
  const place = new URLSearchParams({
    resource: use.resourceId,
    method: use.httpMethod,
    drawer: use.kind === 'request' ? 'methodRequest' : 'methodResponse',
  });
  return `/console/apis/${restApiId}/resources?${place}`;
}
