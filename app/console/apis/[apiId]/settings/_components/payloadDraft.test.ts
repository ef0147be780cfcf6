import { expect, test } from 'vitest';
import { restApiUpdate } from '@/lib/model/restApi';
import { payloadDraft, payloadInput, rowOfType } from './payloadDraft';

test.each([
  ['nothing', { binaryMediaTypes: [] }],
  ['images, compressed from the first byte', { binaryMediaTypes: ['image/*'], minimumCompressionSize: 0 }],
])('%s comes back as it went in', (_, api) => {
  const input = payloadInput(payloadDraft(api));
  expect(restApiUpdate.parse(input)).toEqual({ minimumCompressionSize: null, ...api });
});

test.each([
  ['', 'A size is a whole number of bytes'],
  ['a lot', 'A size is a whole number of bytes'],
  ['10485761', 'Invalid minimum compression size, must be between 0 and 10485760'],
])('a size of %j is refused', (minimumCompressionSize, message) => {
  const draft = { binaryMediaTypes: [], compress: true, minimumCompressionSize };
  const parsed = restApiUpdate.safeParse(payloadInput(draft));
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test('an empty row is not sent, and what is refused is found behind it', () => {
  const draft = { ...payloadDraft({ binaryMediaTypes: ['', 'png'] }) };
  expect(payloadInput(draft).binaryMediaTypes).toEqual(['png']);
  expect(rowOfType(draft.binaryMediaTypes, 0)).toBe(1);
});
