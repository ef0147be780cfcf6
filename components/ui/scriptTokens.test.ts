import { expect, test } from 'vitest';
import { scriptTokens } from './scriptTokens';

test.each([
  ['javascript', 'const a = 1; // b', ['keyword const', 'number 1', 'comment // b']],
  ['javascript', "'// no comment'", ["string '// no comment'"]],
  ['javascript', '`over\n${lines}`', ['string `over\n${lines}`']],
  ['javascript', '/* over\nlines */ x', ['comment /* over\nlines */']],
  ['javascript', "it.return 'x\\'y'", ["string 'x\\'y'"]],
  ['python', 'def f(): # g', ['keyword def', 'comment # g']],
  ['python', '"""a\n\'b\'""" + 1', ['string """a\n\'b\'"""', 'number 1']],
  ['python', "'# no comment'", ["string '# no comment'"]],
] as const)('%s: %j', (script, text, tokens) => {
  const found = scriptTokens(script, text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
  expect(found).toEqual(tokens);
});
