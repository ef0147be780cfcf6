import { corsPreflight } from '@/lib/model/corsMethod';
import type { Integration } from '@/lib/model/integration';
import type { Method } from '@/lib/model/method';
import type { Resource, RestApiDefinition } from '@/lib/model/restApi';
import { petStoreModels } from './petStoreModels';
import { welcomePage } from './welcomePage';

const origin = 'method.response.header.Access-Control-Allow-Origin';
const corsHeaders = 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token';

/**
 * The PetStore that AWS's console offers as its first API: a MOCK page at the root and HTTP integrations below.
 * @param backendUrl base of the sample backend, without a slash at its end
 */
export function petStoreDefinition(backendUrl: string): RestApiDefinition {
  const pets = `${backendUrl}/petstore/pets`;
  return {
    name: 'PetStore',
    description: 'Your first API with Gatehouse. It proxies to the pet store backend that comes with it.',
    version: '1.0.0',
    resources: [
      resource('/', { GET: welcome() }),
      resource('/pets', { GET: listPets(pets), OPTIONS: preflight(['GET', 'POST']), POST: createPet(pets) }),
      resource('/pets/{petId}', { GET: getPet(`${pets}/{petId}`), OPTIONS: preflight(['GET']) }),
    ],
    models: petStoreModels,
    requestValidators: [],
  };
}

function resource(path: string, resourceMethods: Record<string, Method>): Resource {
  const pathPart = path.split('/').at(-1);
  // Ids are given where the definition is written.
  return { id: '', path, ...(pathPart && { pathPart }), resourceMethods };
}

function welcome(): Method {
  const type = 'method.response.header.Content-Type';
  return {
    ...method('GET', 'The welcome page', 'Empty', [type]),
    methodIntegration: {
      ...integration('MOCK', {}),
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: {
        '200': {
          statusCode: '200',
          responseParameters: { [type]: "'text/html'" },
          responseTemplates: { 'text/html': welcomePage },
        },
      },
    },
  };
}

function listPets(uri: string): Method {
  return {
    ...method('GET', 'List pets, by page and type', 'Pets', [origin]),
    operationName: 'ListPets',
    requestParameters: { 'method.request.querystring.type': false, 'method.request.querystring.page': false },
    methodIntegration: {
      ...http('GET', uri),
      requestParameters: {
        'integration.request.querystring.page': 'method.request.querystring.page',
        'integration.request.querystring.type': 'method.request.querystring.type',
      },
    },
  };
}

function createPet(uri: string): Method {
  return {
    ...method('POST', 'Add a pet', 'NewPetResponse', [origin]),
    // AWS's example is open throughout; here one call shows what a key, its limits and its usage are.
    apiKeyRequired: true,
    operationName: 'CreatePet',
    requestModels: { 'application/json': 'NewPet' },
    methodIntegration: http('POST', uri),
  };
}

function getPet(uri: string): Method {
  return {
    ...method('GET', 'Get one pet', 'Pet', [origin]),
    operationName: 'GetPet',
    requestParameters: { 'method.request.path.petId': true },
    methodIntegration: {
      ...http('GET', uri),
      requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
    },
  };
}

function preflight(verbs: string[]): Method {
  return corsPreflight({
    allowOrigin: '*',
    allowHeaders: corsHeaders,
    allowMethods: [...verbs, 'OPTIONS'].sort(),
  });
}

function method(httpMethod: Method['httpMethod'], summary: string, model: string, headers: string[]): Method {
  const responseParameters = Object.fromEntries(headers.map((header) => [header, false]));
  const ok = { statusCode: '200', responseParameters, responseModels: { 'application/json': model } };
  return {
    httpMethod,
    authorizationType: 'NONE',
    apiKeyRequired: false,
    summary,
    requestParameters: {},
    requestModels: {},
    methodResponses: { '200': ok },
  };
}

function http(httpMethod: 'GET' | 'POST', uri: string): Integration {
  return { ...integration('HTTP', { [origin]: "'*'" }), httpMethod, uri };
}

function integration(type: Integration['type'], responseParameters: Record<string, string>): Integration {
  return {
    type,
    requestParameters: {},
    requestTemplates: {},
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    integrationResponses: { '200': { statusCode: '200', responseParameters, responseTemplates: {} } },
  };
}
