import { expect, test } from 'vitest';
import { callWithHost, hostOf } from './callWithHost';

test.each([
  ['api.example.com', 'api.example.com'],
  ['*.example.com', 'anything.example.com'],
])('%s is asked for as %s', (domainName, host) => {
  expect(hostOf(domainName)).toBe(host);
});

test('the Host goes before what the line says already, one thing a line', () => {
  expect(callWithHost("curl 'http://localhost:8080/orders'", 'api.example.com')).toBe(
    "curl -H 'Host: api.example.com' \\\n  'http://localhost:8080/orders'",
  );
});
