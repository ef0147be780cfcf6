import { expect, test } from 'vitest';
import { readDraft } from '@/components/console/drafts/readDraft';
import { gatewayResponseShape, gatewayResponseShows, gatewayResponseValue } from './gatewayResponseShape';

const value = gatewayResponseValue({
  responseType: 'DEFAULT_4XX',
  responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
  responseTemplates: { 'application/json': '{}' },
  defaultResponse: false,
});

test('a type that keeps each status says none', () => {
  expect(Object.keys(value)).toEqual(['responseParameters', 'responseTemplates']);
});

test.each([
  ['statusCode', true],
  ['responseParameters.gatewayresponse.header.Access-Control-Allow-Origin', true],
  ['responseTemplates.application/json', true],
  ['responseTemplates.text/plain', false],
])('an error of %s has a place in the form: %s', (field, shown) => {
  expect(gatewayResponseShows(value)(field)).toBe(shown);
});

test('a member that is none is named', () => {
  expect(readDraft(JSON.stringify({ ...value, status: 400 }), gatewayResponseShape)).toEqual({
    problem: expect.stringContaining('status'),
  });
});
