import { expect, test } from 'vitest';
import type { Integration } from '@/lib/model/v2/integration';
import { draftOfRoute, inputOfDraft, NEW_INTEGRATION, withIntegration } from './routeDraft';

const backend: Integration = {
  integrationId: 'abc',
  integrationType: 'HTTP_PROXY',
  integrationMethod: 'GET',
  integrationUri: 'http://backend.example',
};
const route = {
  routeId: 'r1',
  routeKey: 'GET /pets',
  target: 'integrations/abc',
  authorizationType: 'NONE' as const,
  apiKeyRequired: false,
};

test('a route that changed alone does not write its integration', () => {
  const before = draftOfRoute(route, [backend]);
  const saved = inputOfDraft({ ...before, routeKey: 'GET /dogs ' }, before);
  expect(saved.route).toMatchObject({ routeKey: 'GET /dogs', target: 'integrations/abc' });
  expect(saved.integration).toBeUndefined();
});

test('a new integration is made with the route', () => {
  const before = draftOfRoute(undefined, [backend]);
  const saved = inputOfDraft(withIntegration(before, NEW_INTEGRATION, [backend]), before);
  expect(saved.route.target).toBe('');
  expect(saved.integration).toEqual({ input: expect.objectContaining({ integrationType: 'HTTP_PROXY' }) });
});

test('without an integration the target is cleared', () => {
  const before = draftOfRoute(route, [backend]);
  const saved = inputOfDraft(withIntegration(before, '', [backend]), before);
  expect(saved).toMatchObject({ route: { target: '' } });
  expect(saved.integration).toBeUndefined();
});

test('scopes and authorizer go with the authorization that has them', () => {
  const before = draftOfRoute(route, [backend]);
  const draft = { ...before, authorizerId: 'a1', authorizationScopes: ['read', ''] };
  expect(inputOfDraft({ ...draft, authorizationType: 'JWT' }, before).route).toMatchObject({
    authorizerId: 'a1',
    authorizationScopes: ['read'],
  });
  expect(inputOfDraft({ ...draft, authorizationType: 'AWS_IAM' }, before).route).toMatchObject({
    authorizerId: '',
    authorizationScopes: [],
  });
});
