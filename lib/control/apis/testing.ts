/** Inputs of authorizers of HTTP APIs, one of each type. */
import type { AuthorizerInput } from '@/lib/model/v2/authorizer';

export const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:pets';
export const invocations = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`;

export const jwt: AuthorizerInput = {
  name: 'jwt',
  authorizerType: 'JWT',
  identitySource: ['$request.header.Authorization'],
  jwtConfiguration: { issuer: 'https://issuer.example', audience: ['pets'] },
};
export const request: AuthorizerInput = {
  name: 'request',
  authorizerType: 'REQUEST',
  identitySource: ['$request.header.X'],
  authorizerUri: invocations,
  authorizerPayloadFormatVersion: '2.0',
};
