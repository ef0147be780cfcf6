import { expect, test } from 'vitest';
import { csv } from './csv';

test.each([
  ['plain cells', [['a', 1, null]], 'a,1,'],
  ['a quote, a comma and a line break are quoted', [['say "hi", you', 'x\ny']], '"say ""hi"", you","x\ny"'],
  ['a formula is defused', [['=1+1', '@x', '-2']], "'=1+1,'@x,'-2"],
  ['a negative number stays a number', [[-2]], '-2'],
  ['rows end with CRLF', [['a'], ['b']], 'a\r\nb'],
])('%s', (_, rows, text) => {
  expect(csv(rows)).toBe(text);
});
