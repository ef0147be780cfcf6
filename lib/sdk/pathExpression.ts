/**
 * A path as an expression of a language: its fixed parts and its variables, joined by `+`.
 * @param variable the expression of one; `isRest`: `{name+}`, whose slashes stay
 */
export function pathExpression(
  path: string,
  variable: (name: string, isRest: boolean) => string,
  literal: (text: string) => string = JSON.stringify,
): string {
  const pieces = path.split(/(\{[^}]+\})/).filter((piece) => piece !== '');
  const expressions = pieces.map((piece) => {
    const [, name, rest] = /^\{([^}+]+)(\+?)\}$/.exec(piece) ?? [];
    return name === undefined ? literal(piece) : variable(name, rest === '+');
  });
  return expressions.join(' + ');
}
