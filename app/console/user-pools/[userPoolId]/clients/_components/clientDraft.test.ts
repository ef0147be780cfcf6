import { expect, test } from 'vitest';
import { type UserPoolClient, userPoolClientInput } from '@/lib/model/userPool';
import { clientDraftOf, clientInputOf, listErrors, scopesOf } from './clientDraft';

const client: UserPoolClient = {
  ...userPoolClientInput.parse({
    clientName: 'Shop',
    generateSecret: true,
    callbackUrls: ['https://shop.example/back', 'http://localhost:5173/'],
    allowedOAuthFlows: ['code', 'client_credentials'],
    allowedOAuthScopes: ['openid', 'orders/read'],
  }),
  clientId: 'abc',
  createdDate: 1,
};

test('an unchanged form says what is stored', () => {
  expect(userPoolClientInput.parse(clientInputOf(clientDraftOf(client)))).toEqual(
    userPoolClientInput.parse(client),
  );
});

test('a new form holds the defaults of the operation', () => {
  expect({ ...clientInputOf(clientDraftOf()), clientName: 'any' }).toEqual(
    userPoolClientInput.parse({ clientName: 'any' }),
  );
});

test('a refused address is told with its line', () => {
  const draft = { ...clientDraftOf(client), callbackUrls: 'https://a.example\n\nnot one' };
  const refused = userPoolClientInput.safeParse(clientInputOf(draft));
  const faults = (refused.error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }));
  expect(listErrors(faults, 'callbackUrls')).toMatch(/^Line 2: .*\.$/);
  expect(listErrors(faults, 'logoutUrls')).toBeUndefined();
});

test('scopes are OpenID Connect’s and those of the resource servers, with their identifier', () => {
  const servers = [
    { identifier: 'orders', name: 'Orders', scopes: [{ name: 'read', description: 'Reads' }] },
  ];
  expect(scopesOf(servers)).toEqual(expect.arrayContaining(['openid', 'orders/read']));
  expect(scopesOf([])).not.toContain('orders/read');
});
