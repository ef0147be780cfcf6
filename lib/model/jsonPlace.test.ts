import { expect, test } from 'vitest';
import { jsonPlace } from './jsonPlace';

const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow", "Sid": "a]}\\"[",
      "Action": [
        "one",
        "two"
      ],
      "Condition": {
        "StringEquals": {
          "aws:PrincipalTag/a.b[0]": "x",
          "aws:PrincipalTag/a": "y"
        }
      }
    },
    { "Effect": "Deny" }
  ]
}`;

test.each<[path: string, from: number, to: number]>([
  ['', 1, 19],
  ['Version', 2, 2],
  ['Statement', 3, 18],
  ['Statement[0]', 4, 16],
  ['Statement[0].Effect', 5, 5],
  ['Statement[0].Action', 6, 9],
  ['Statement[0].Action[1]', 8, 8],
  ['Statement[0].Condition.StringEquals.aws:PrincipalTag/a.b[0]', 12, 12],
  ['Statement[0].Condition.StringEquals.aws:PrincipalTag/a', 13, 13],
  ['Statement[0].Condition.StringLike', 10, 15],
  ['Statement[1].Effect', 17, 17],
  ['Statement[1].Resource', 17, 17],
  ['Statement[7]', 3, 18],
  ['Stat', 1, 19],
])('%s', (path, from, to) => {
  expect(jsonPlace(text, path)).toEqual({ from, to });
});

test('one value in place of a list of one', () => {
  expect(jsonPlace('{\n"Statement": {\n"Effect": "Maybe" }}', 'Statement[0].Effect')).toEqual({
    from: 3,
    to: 3,
  });
});

test.each(['', '{', '{"a": 1,}'])('%j is no JSON', (broken) => {
  expect(jsonPlace(broken, 'a')).toBeUndefined();
});

test.each(['1', '"a"', '[]', '{}', 'null'])('%s has no members', (whole) => {
  expect(jsonPlace(whole, 'a.b')).toEqual({ from: 1, to: 1 });
});
