import { expect, test } from 'vitest';
import { insertTemplate } from './insertTemplate';

const added = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };
const template = { name: 'Everything', statements: [added] };
const own = { Sid: 'Own', Effect: 'Deny', Action: '*', Resource: '*' };

test.each<[string, string, unknown]>([
  ['nothing', '', { Version: '2012-10-17', Statement: [added] }],
  ['no JSON', '{"Statement": [', { Version: '2012-10-17', Statement: [added] }],
  ['JSON that is no policy', '[1]', { Version: '2012-10-17', Statement: [added] }],
  [
    'a policy without a statement',
    '{"Version": "2012-10-17"}',
    { Version: '2012-10-17', Statement: [added] },
  ],
  [
    'an empty list',
    '{"Version": "2012-10-17", "Statement": []}',
    { Version: '2012-10-17', Statement: [added] },
  ],
  [
    'one statement',
    JSON.stringify({ Version: '2008-10-17', Id: 'x', Statement: own }),
    { Version: '2008-10-17', Id: 'x', Statement: [own, added] },
  ],
  [
    'a list',
    JSON.stringify({ Version: '2012-10-17', Statement: [own] }),
    { Version: '2012-10-17', Statement: [own, added] },
  ],
])('into %s', (_rule, text, expected) => {
  expect(JSON.parse(insertTemplate(text, template))).toEqual(expected);
});
