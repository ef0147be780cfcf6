import type { CustomColors } from '@/lib/model/portalSite';
import { contrast } from './contrast';

/** For text of ordinary size: WCAG 2.2, 1.4.3 (AA). */
const LEAST = 4.5;

/** Which of the colours stand on which others and are hard to read there; what is no colour warns of nothing. */
export function contrastWarnings(colors: CustomColors) {
  const back = colors.backgroundColor;
  return [
    { what: 'Text', on: 'the background', front: colors.textColor, back },
    { what: 'A link in the accent colour', on: 'the background', front: colors.accentColor, back },
    { what: 'An error', on: 'the background', front: colors.errorValidationColor, back },
  ].filter((pair) => contrast(pair.front, pair.back) < LEAST);
}
