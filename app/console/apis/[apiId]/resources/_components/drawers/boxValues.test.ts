import { expect, test } from 'vitest';
import { readDraft } from '@/components/console/drafts/readDraft';
import { corsPreflight } from '@/lib/model/corsMethod';
import { integration } from '@/lib/model/integration';
import { integrationRequestShape, integrationRequestValue } from './boxValues';

const preflight = corsPreflight({ allowOrigin: '*', allowHeaders: '', allowMethods: ['GET'] });
const everything = {
  type: 'HTTP_PROXY',
  httpMethod: 'GET',
  uri: 'https://pets.example.com/{id}',
  requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
  requestTemplates: { 'application/json': '{}' },
  passthroughBehavior: 'NEVER',
  timeoutInMillis: 60_000,
  contentHandling: 'CONVERT_TO_TEXT',
  cacheNamespace: 'pets',
  cacheKeyParameters: ['method.request.path.id'],
  tlsConfig: { insecureSkipVerification: true },
  connectionType: 'VPC_LINK',
  connectionId: '${stageVariables.link}',
  responseTransferMode: 'STREAM',
};

test('the box of an integration has every member but the responses, as form and as JSON', () => {
  const value = integrationRequestValue({ ...preflight, methodIntegration: integration.parse(everything) });
  expect(value).toEqual(everything);
  expect(readDraft(JSON.stringify(value), integrationRequestShape)).toEqual({ value });
});
