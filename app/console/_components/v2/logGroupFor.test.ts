import { expect, test } from 'vitest';
import { logDestination } from '@/lib/model/accessLog';
import { logGroupFor } from './logGroupFor';

test.each([
  ['Pet store', 'prod', '/aws/apigateway/Pet-store/prod'],
  ['Café (new)', '$default', '/aws/apigateway/Caf-new-/-default'],
])('%s, %s: a name that a destination may have', (api, stage, name) => {
  expect(logGroupFor(api, stage)).toBe(name);
  const arn = `arn:aws:logs:us-east-1:000000000000:log-group:${name}`;
  expect(logDestination.parse(arn)).toBe(arn);
});
