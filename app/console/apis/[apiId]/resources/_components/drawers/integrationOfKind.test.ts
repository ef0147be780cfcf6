import { expect, test } from 'vitest';
import { integration } from '@/lib/model/integration';
import { integrationKinds } from '../integration/integrationKinds';
import { integrationRequestShape } from './boxValues';
import { integrationOfKind } from './integrationOfKind';

const place = {
  region: 'us-east-1',
  functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:hello',
};
const linked = integrationRequestShape.parse({
  type: 'HTTP_PROXY',
  httpMethod: 'GET',
  uri: 'https://a.example/pets',
  timeoutInMillis: 5000,
  connectionType: 'VPC_LINK',
  connectionId: 'abc',
  tlsConfig: { insecureSkipVerification: true },
  responseTransferMode: 'STREAM',
  passthroughBehavior: 'WHEN_NO_MATCH',
  requestParameters: {},
  requestTemplates: {},
});

test.each(integrationKinds)('an HTTP proxy by a VPC link, streamed, becomes a valid %s', (kind) => {
  const changed = integrationOfKind(linked, kind, place);
  // What only a person can say is said.
  const uri = changed.uri?.endsWith('path/') ? `${changed.uri}orders` : changed.uri;
  expect(integration.safeParse({ ...changed, uri }).error).toBeUndefined();
  expect(integrationRequestShape.safeParse(changed).success).toBe(true);
});

test('and a function becomes an HTTP integration without its address', () => {
  const called = integrationOfKind(
    { ...linked, credentials: 'arn:aws:iam::1:role/r' },
    'LAMBDA_PROXY',
    place,
  );
  expect(called).toMatchObject({
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    credentials: 'arn:aws:iam::1:role/r',
  });
  const back = integrationOfKind(called, 'HTTP', place);
  expect(back.uri).toBe('');
  expect(back.credentials).toBeUndefined();
});
