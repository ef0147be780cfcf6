import * as client from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { apigateway } from '../apigateway';

/** What AWS's client can call. */
const known = Object.keys(client)
  .filter((name) => /^[A-Z]\w+Command$/.test(name))
  .map((name) => name.slice(0, -'Command'.length))
  .sort();

test('the client has the operations that this list was made for', () => {
  expect(known).toHaveLength(124);
});

test.each(known)('%s is answered', (operation) => {
  expect(apigateway.operations.has(operation)).toBe(true);
});
