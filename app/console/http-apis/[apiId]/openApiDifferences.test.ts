import { expect, test } from 'vitest';
import { differences, readOpenApi } from './openApiDifferences';

const document = (paths: object) => readOpenApi(JSON.stringify({ openapi: '3.0.1', paths }));
const pets = { get: { 'x-amazon-apigateway-integration': { uri: 'http://a.example' } } };
const moved = { get: { 'x-amazon-apigateway-integration': { uri: 'http://b.example' } } };
const any = { 'x-amazon-apigateway-any-method': {} };

test.each([
  ['the same', { '/pets': pets }, { '/pets': pets }, []],
  ['another backend', { '/pets': pets }, { '/pets': moved }, ['GET /pets changed']],
  ['a new route', { '/pets': pets }, { '/pets': pets, '/dogs': any }, ['ANY /dogs added']],
  ['a route that went', { '/$default': any }, {}, ['$default removed']],
])('%s', (_rule, before, after, sentences) => {
  expect(differences(document(before), document(after)).map(({ sentence }) => sentence)).toEqual(sentences);
});
