import type { HttpMethod } from '@/lib/model/httpMethod';
import { type Method, methodInput } from '@/lib/model/method';
import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { pathParameterNames } from '@/lib/model/pathPart';
import type { SourceNode } from '../source/SourceNode';
import { acceptTemplateTypes } from './acceptTemplateTypes';
import { defined } from './defined';
import type { ImportContext } from './ImportContext';
import { readIntegration } from './readIntegration';
import { readMethodResponses } from './readMethodResponses';
import { readBodyDocumentation, readRequestModels } from './readRequestModels';
import { readRequestParameters } from './readRequestParameters';
import { readSecurity } from './readSecurity';
import { readValidatorName } from './readValidators';

/** Where an operation stands. `shared`: parameters of the path item. */
interface OperationPlace {
  httpMethod: HttpMethod;
  path: string;
  shared: readonly SourceNode[];
}

/** One operation as a method with all that is below it. */
export function readOperation(context: ImportContext, node: SourceNode, place: OperationPlace): Method {
  const { reading } = context;
  const fields = reading.object(node);
  const operationName = readOperationName(context, fields.get('operationId'));
  const hint = operationName?.replaceAll(/[^A-Za-z0-9]/g, '') || hintOf(place);
  const variables = new Set(pathParameterNames(place.path));
  const own = reading.list(fields.get('parameters'));
  const { body, ...parameters } = readRequestParameters(context, place.shared, own, variables);
  const requestModels = readRequestModels(context, fields, body, `${hint}Request`);
  const validator = readValidatorName(
    reading,
    fields.get('x-amazon-apigateway-request-validator'),
    context.validators,
  );
  const method: Method = {
    httpMethod: place.httpMethod,
    ...readSecurity(context, fields),
    ...defined({ operationName, requestValidatorId: validator ?? context.defaultValidatorId }),
    requestParameters: parameters.requestParameters,
    requestModels,
    methodResponses: readMethodResponses(context, fields, hint),
    ...readProse(context, fields),
    ...documented({
      ...parameters.parameterDocumentation,
      ...(Object.keys(requestModels).length > 0 && readBodyDocumentation(context, fields, body)),
    }),
  };
  return { ...method, ...readMethodIntegration(context, node, place, method) };
}

function readOperationName({ reading }: ImportContext, node: SourceNode | undefined): string | undefined {
  const text = reading.text(node);
  return node && reading.check(methodInput.shape.operationName, text || undefined, node);
}

function readProse({ reading }: ImportContext, fields: ReadonlyMap<string, SourceNode>) {
  const tags = reading.texts(fields.get('tags'));
  return defined({
    summary: reading.text(fields.get('summary')) || undefined,
    description: reading.text(fields.get('description')) || undefined,
    tags: tags.length > 0 ? tags : undefined,
  });
}

/** No documentation and an empty one must not differ. */
const documented = (all: Record<string, ParameterDocumentation>): Pick<Method, 'parameterDocumentation'> =>
  Object.keys(all).length > 0 ? { parameterDocumentation: all } : {};

function readMethodIntegration(
  context: ImportContext,
  node: SourceNode,
  place: OperationPlace,
  method: Method,
): Pick<Method, 'methodIntegration'> {
  const source = node.child('x-amazon-apigateway-integration');
  const name = `${place.httpMethod} ${place.path}`;
  const integration =
    source && readIntegration(context, source, `resource '${place.path}' and method '${place.httpMethod}'`);
  if (!integration || !source) {
    context.reading.warn(node, `${name} has no integration: it cannot be deployed until it has one.`);
    return {};
  }
  context.reading.note(name, source);
  acceptTemplateTypes(context.reading.object(node), integration);
  if (!integration.type.endsWith('_PROXY'))
    warnOfUndeclared(context, source, method, Object.keys(integration.integrationResponses));
  return { methodIntegration: integration };
}

/** AWS answers 500 where an integration response has no method response of its status code. */
function warnOfUndeclared(context: ImportContext, node: SourceNode, method: Method, codes: string[]): void {
  for (const code of codes)
    if (!Object.hasOwn(method.methodResponses, code))
      context.reading.warn(
        node,
        `The operation declares no response ${code}: calls that would get it are answered 500.`,
      );
}

/** `GET /pets/{petId}` -> `getPetsPetId`: for names of models whose operation has none. */
function hintOf({ httpMethod, path }: OperationPlace): string {
  const words = path.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return httpMethod.toLowerCase() + words.join('');
}
