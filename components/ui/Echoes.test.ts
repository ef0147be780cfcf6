import { expect, test } from 'vitest';
import { Echoes } from './Echoes';

test.each([
  { name: 'each writing is reported', written: ['a', 'ab'], reported: ['a', 'ab'], own: [true, true] },
  { name: 'writings are reported together', written: ['a', 'ab'], reported: ['ab'], own: [true] },
  { name: 'a value from elsewhere', written: ['a'], reported: ['a', ''], own: [true, false] },
  {
    name: 'back to a value that was reported',
    written: ['a', 'ab'],
    reported: ['ab', 'a'],
    own: [true, false],
  },
  { name: 'nothing was written', written: [], reported: ['a'], own: [false] },
])('$name', ({ written, reported, own }) => {
  const echoes = new Echoes();
  for (const value of written) echoes.expect(value);
  expect(reported.map((value) => echoes.take(value))).toEqual(own);
});
