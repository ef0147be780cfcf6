import * as client from '@aws-sdk/client-apigatewayv2';
import { expect, test } from 'vitest';
import { apigatewayv2 } from '../apigatewayv2';
import { routes } from './routes';

/** What AWS's client can call. */
const known = Object.keys(client)
  .filter((name) => /^[A-Z]\w+Command$/.test(name))
  .map((name) => name.slice(0, -'Command'.length))
  .sort();

test('the client has the operations that the table of routes has', () => {
  expect(routes.map(([operation]) => operation).sort()).toEqual(known);
  expect(known).toHaveLength(103);
});

test('every one of them is answered', () => {
  expect(known.filter((operation) => !apigatewayv2.operations.has(operation))).toEqual([]);
});
