/** Documents of one operation and one security scheme, and what is read of them. */
import { importOpenApi } from './index';

export const uri = (name: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:${name}/invocations`;

/** `GET /a` and what its `security` is, with one scheme `own`. */
export function document(scheme: object, security: unknown = [{ own: [] }], root: object = {}): string {
  const integration = { type: 'mock' };
  const get = { responses: {}, security, 'x-amazon-apigateway-integration': integration };
  return JSON.stringify(
    {
      openapi: '3.0.1',
      info: { title: 'T', version: '1' },
      paths: { '/a': { get } },
      components: { securitySchemes: { own: scheme } },
      ...root,
    },
    null,
    1,
  );
}

export const header = { type: 'apiKey', name: 'Authorization', in: 'header' };
export const withAuthorizer = (members: object, scheme: object = header) => ({
  ...scheme,
  'x-amazon-apigateway-authorizer': members,
});

/** Its authorizers, who may call `GET /a`, and what was told. */
export function read(text: string) {
  const { definition, warnings } = importOpenApi(text);
  const names = new Map(definition.authorizers?.map(({ id, name }) => [id, name]));
  const method = definition.resources[1]?.resourceMethods.GET;
  const { authorizerId = '', authorizationType, authorizationScopes, apiKeyRequired } = method ?? {};
  return {
    authorizers: definition.authorizers?.map(({ id: _, ...authorizer }) => authorizer),
    access: [authorizationType, names.get(authorizerId), authorizationScopes, apiKeyRequired],
    warnings: warnings.map(({ pointer, message }) => `${pointer} ${message}`),
  };
}
