import { expect, test } from 'vitest';
import type { CustomColors } from '@/lib/model/portalSite';
import { defaultColors } from '../../_components/defaultColors';
import { contrastWarnings } from './contrastWarnings';

test.each<[string, Partial<CustomColors>, string[]]>([
  ['the colours of a new portal warn of nothing', {}, []],
  ['grey text', { textColor: '#a1a1aa' }, ['Text']],
  ['a dark background', { backgroundColor: '#18181b' }, ['Text', 'A link in the accent colour', 'An error']],
  ['half a colour', { textColor: '#a1' }, []],
])('%s', (_, change, whats) => {
  expect(contrastWarnings({ ...defaultColors, ...change }).map(({ what }) => what)).toEqual(whats);
});
