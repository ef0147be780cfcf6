import { expect, test } from 'vitest';
import type { Integration } from '@/lib/model/v2/integration';
import { integrationInputOf, integrationUpdate } from './integrationUpdate';

const before: Integration = {
  integrationId: 'abc',
  integrationType: 'HTTP_PROXY',
  integrationMethod: 'GET',
  integrationUri: 'http://backend.example',
  credentialsArn: 'arn:aws:iam::000000000000:role/a',
  requestParameters: { 'append:header.a': '1', 'overwrite:path': '/b' },
  responseParameters: {
    '200': { 'append:header.a': '1', 'append:header.b': '2' },
    '500': { 'remove:header.a': "''" },
  },
};

test('what stays is said again, what was taken away is said by an empty text or an empty map', () => {
  const { credentialsArn: _role, ...input } = integrationInputOf(before);
  const after = {
    ...input,
    requestParameters: { 'append:header.a': '2' },
    responseParameters: { '200': { 'append:header.b': '2' } },
  };
  expect(integrationUpdate(before, after)).toMatchObject({
    integrationUri: 'http://backend.example',
    credentialsArn: '',
    requestParameters: { 'append:header.a': '2', 'overwrite:path': '' },
    responseParameters: { '200': { 'append:header.a': '', 'append:header.b': '2' }, '500': {} },
  });
});

test('an integration of another kind keeps nothing of the one before', () => {
  const after = { integrationType: 'AWS_PROXY' as const, integrationUri: 'arn:aws:lambda:x' };
  expect(
    integrationUpdate({ ...before, connectionType: 'VPC_LINK', connectionId: 'v1' }, after),
  ).toMatchObject({
    integrationMethod: '',
    connectionType: 'INTERNET',
    connectionId: '',
    requestParameters: { 'append:header.a': '', 'overwrite:path': '' },
  });
});
