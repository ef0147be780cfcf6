/** Events to begin a test with, in the shapes that the gateway sends. */
export interface EventTemplate {
  id: string;
  label: string;
  event: unknown;
}

const identity = { sourceIp: '127.0.0.1', userAgent: 'Gatehouse' };
const headers = { Accept: 'application/json', Host: 'localhost' };
const multi = (record: Record<string, string>) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, [value]]));

const requestContext = {
  accountId: '000000000000',
  apiId: 'abcdefghij',
  domainName: 'abcdefghij.execute-api.localhost',
  httpMethod: 'GET',
  identity,
  path: '/dev/hello',
  protocol: 'HTTP/1.1',
  requestId: '00000000-0000-4000-8000-000000000000',
  resourceId: 'abc123',
  resourcePath: '/hello',
  stage: 'dev',
};
const methodArn = 'arn:aws:execute-api:us-east-1:000000000000:abcdefghij/dev/GET/hello';

/** Reference: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html */
const proxy = {
  resource: '/hello',
  path: '/hello',
  httpMethod: 'GET',
  headers,
  multiValueHeaders: multi(headers),
  queryStringParameters: { name: 'Ada' },
  multiValueQueryStringParameters: { name: ['Ada'] },
  pathParameters: null,
  stageVariables: null,
  requestContext,
  body: null,
  isBase64Encoded: false,
};

const token = { type: 'TOKEN', authorizationToken: 'allow', methodArn };

const authorized = { ...headers, HeaderAuth1: 'headerValue1' };
const request = {
  type: 'REQUEST',
  methodArn,
  resource: '/hello',
  path: '/hello',
  httpMethod: 'GET',
  headers: authorized,
  multiValueHeaders: multi(authorized),
  queryStringParameters: { QueryString1: 'queryValue1' },
  multiValueQueryStringParameters: { QueryString1: ['queryValue1'] },
  pathParameters: null,
  stageVariables: null,
  requestContext,
};

export const eventTemplates: EventTemplate[] = [
  { id: 'proxy', label: 'API Gateway proxy', event: proxy },
  { id: 'token', label: 'TOKEN authorizer', event: token },
  { id: 'request', label: 'REQUEST authorizer', event: request },
  { id: 'empty', label: 'Empty', event: {} },
];

export const eventText = (event: unknown): string => JSON.stringify(event, null, 2);
