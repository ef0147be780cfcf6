import { invalid } from './inputOf';

/**
 * Terms that a line must all have, in any order; `-term`: must not; `?term`: one of those
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
 * @throws AwsError InvalidParameterException for patterns of JSON, of columns and regular expressions
 */
export function filterPattern(pattern: string): (message: string) => boolean {
  if (/^\s*[{[%]/.test(pattern))
    throw invalid('Patterns of JSON, of columns and regular expressions are not available here: give terms');
  const terms = [...pattern.matchAll(/([-?]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)].map(
    ([, sign = '', quoted, word]) => ({ sign, text: quoted?.replace(/\\(.)/g, '$1') ?? word ?? '' }),
  );
  const of = (sign: string) => terms.filter((term) => term.sign === sign).map(({ text }) => text);
  const [all, none, some] = [of(''), of('-'), of('?')];
  return (message) =>
    all.every((text) => message.includes(text)) &&
    !none.some((text) => message.includes(text)) &&
    (some.length === 0 || some.some((text) => message.includes(text)));
}
