import { expect, test } from 'vitest';
import { changeTo } from './changeTo';

test('what is gone is named with an empty text, in maps too', () => {
  const before = { a: 'x', b: 'y', n: 3, map: { keep: '1', lose: '2' }, lost: { only: '3' } };
  expect(changeTo<object>(before, { a: 'z', map: { keep: '1', more: '4' } })).toEqual({
    a: 'z',
    b: '',
    map: { keep: '1', more: '4', lose: '' },
    lost: { only: '' },
  });
});
