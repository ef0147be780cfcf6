import type { FieldError } from '@/lib/model/ControlError';
import type { Method } from '@/lib/model/method';
import { isGreedy, isVariable } from '@/lib/model/pathPart';
import { type Resource, type RestApiDefinition, restApiDefinition } from '@/lib/model/restApi';
import { refuseGatewayResponse } from '../gatewayResponses/refuseGatewayResponse';
import { refuseIntegration } from '../methods/refuseIntegration';
import { issueMessage } from '../parse';
import { refuseAuthorizerOf, refuseAuthorizers } from './refuseAuthorizers';
import { refusePolicy } from './refusePolicy';

/**
 * Holds a whole definition (an import, a merge) to the rules that the single operations hold its parts to.
 * @returns fields named by path and verb, e.g. `GET /pets methodIntegration.uri`, or `Authorizer name member`
 */
export function refuseDefinition(definition: RestApiDefinition): FieldError[] {
  return [
    ...refuseShape(definition),
    ...refuseTree(definition),
    ...refuseMethods(definition),
    ...refuseResponses(definition),
    ...refuseAuthorizers(definition.authorizers ?? []),
    // The line is the policy's own: in a document that holds it, it is another.
    ...refusePolicy(definition.policy).map(({ field, message }) => ({ field, message })),
  ];
}

function refuseShape(definition: RestApiDefinition): FieldError[] {
  const result = restApiDefinition.safeParse(definition);
  return (result.error?.issues ?? []).map((issue) => {
    const { path } = issue;
    const message = issueMessage(issue);
    const [list, index, group, verb, ...member] = path.map(String);
    const authorizer = list === 'authorizers' ? definition.authorizers?.[Number(index)] : undefined;
    if (authorizer) return { field: `Authorizer ${authorizer.name} ${path.slice(2).join('.')}`, message };
    const resource = list === 'resources' ? definition.resources[Number(index)] : undefined;
    if (!resource || group !== 'resourceMethods') return { field: path.join('.'), message };
    return { field: `${verb} ${resource.path} ${member.join('.')}`, message };
  });
}

/** Duplicate paths, two variables below one parent, children of a greedy parameter. */
function refuseTree({ resources }: RestApiDefinition): FieldError[] {
  const paths = new Set<string>();
  const variables = new Map<string, string>();
  return resources.flatMap(({ path, pathPart = '' }) => {
    const parent = path.slice(0, path.length - pathPart.length - 1);
    const sibling = variables.get(parent);
    const twice = paths.has(path);
    paths.add(path);
    if (twice) return [{ field: path, message: `Another resource has this path already: ${path}` }];
    if (isGreedy(parent))
      return [
        {
          field: path,
          message: `Cannot create a child of a resource with a greedy path variable: ${parent.split('/').at(-1)}`,
        },
      ];
    if (!isVariable(pathPart)) return [];
    variables.set(parent, pathPart);
    const message = `A sibling (${sibling}) of this resource already has a variable path part -- only one is allowed`;
    return sibling === undefined ? [] : [{ field: path, message }];
  });
}

function refuseMethods(definition: RestApiDefinition): FieldError[] {
  const models = new Set(definition.models.map(({ name }) => name));
  const validators = new Set(definition.requestValidators.map(({ id }) => id));
  const authorizers = new Map(definition.authorizers?.map((authorizer) => [authorizer.id, authorizer]));
  return methodsOf(definition.resources).flatMap(([name, method]) =>
    [
      ...refuseModels(method, models),
      ...refuseValidator(method, validators),
      ...refuseAuthorizerOf(method, authorizers),
      ...refuseIntegration(withoutTemplates(withDeclaredResponses(method))),
    ].map(({ field, ...rest }) => ({ field: `${name} ${field}`, ...rest })),
  );
}

/**
 * AWS's own examples bring responses of integrations that their methods do not declare. The document's reader has told
 * of them, and the engine answers 500 in their place.
 */
function withDeclaredResponses(method: Method): Method {
  const { methodIntegration, methodResponses } = method;
  if (!methodIntegration) return method;
  const declared = Object.entries(methodIntegration.integrationResponses).filter(([code]) =>
    Object.hasOwn(methodResponses, code),
  );
  const integrationResponses = Object.fromEntries(declared);
  return { ...method, methodIntegration: { ...methodIntegration, integrationResponses } };
}

/** What does not compile among them withTemplateWarnings tells. */
function withoutTemplates(method: Method): Method {
  const { methodIntegration } = method;
  if (!methodIntegration) return method;
  const responses = Object.entries(methodIntegration.integrationResponses).map(([code, response]) => [
    code,
    { ...response, responseTemplates: {} },
  ]);
  const integrationResponses = Object.fromEntries(responses);
  return {
    ...method,
    methodIntegration: { ...methodIntegration, requestTemplates: {}, integrationResponses },
  };
}

function refuseResponses({ gatewayResponses = [] }: RestApiDefinition): FieldError[] {
  return gatewayResponses.flatMap((response) =>
    refuseGatewayResponse(response).map(({ field, ...rest }) => ({
      field: `${response.responseType} ${field}`,
      ...rest,
    })),
  );
}

function methodsOf(resources: Resource[]): [name: string, method: Method][] {
  return resources.flatMap(({ path, resourceMethods }) =>
    Object.values(resourceMethods).map((method): [string, Method] => [
      `${method.httpMethod} ${path}`,
      method,
    ]),
  );
}

function refuseModels(method: Method, known: Set<string>): FieldError[] {
  const groups = [
    ['requestModels', method.requestModels] as const,
    ...Object.entries(method.methodResponses).map(
      ([code, { responseModels }]) => [`methodResponses.${code}.responseModels`, responseModels] as const,
    ),
  ];
  return groups.flatMap(([field, models]) =>
    Object.entries(models)
      .filter(([, name]) => !known.has(name))
      .map(([type, name]) => ({
        field: `${field}.${type}`,
        message: `Invalid model identifier specified: ${name}`,
      })),
  );
}

function refuseValidator({ requestValidatorId }: Method, known: Set<string>): FieldError[] {
  if (requestValidatorId === undefined || known.has(requestValidatorId)) return [];
  return [{ field: 'requestValidatorId', message: 'Invalid Request Validator identifier specified' }];
}
