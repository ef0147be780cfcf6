/** `petsByID`, `pets-by-id` and `pets_by_id` are the same words. */
function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** No language lets a name begin with a digit. */
const begun = (name: string) => (/^[A-Za-z]/.test(name) ? name : `x${name}`);

export const pascalCase = (text: string) => capital(begun(wordsOf(text).map(capital).join('')));

export function camelCase(text: string): string {
  const name = begun(wordsOf(text).map(capital).join(''));
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export const snakeCase = (text: string) =>
  begun(
    wordsOf(text)
      .map((word) => word.toLowerCase())
      .join('_'),
  );

/**
 * Names for `texts` in a language's form: none of the `taken` words, and no two the same.
 * @returns in the order of `texts`
 */
export function distinctNames(
  texts: readonly string[],
  form: (text: string) => string,
  taken: ReadonlySet<string>,
): string[] {
  const used = new Set(taken);
  return texts.map((text) => {
    const name = form(text);
    let free = taken.has(name) ? `${name}_` : name;
    for (let number = 2; used.has(free); number += 1) free = `${name}${number}`;
    used.add(free);
    return free;
  });
}

/** What may stand in any language's comment and not end it. */
export const inComment = (text: string) => text.replace(/[^\w /{}+.:~-]/g, '?');
