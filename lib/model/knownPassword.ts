/** Stems of passwords that products ship with or people type first; compared without digits and punctuation. */
const stems = [
  'admin',
  'administrator',
  'changeit',
  'changeme',
  'default',
  'gatehouse',
  'iloveyou',
  'letmein',
  'password',
  'qwerty',
  'qwertyuiop',
  'root',
  'secret',
  'test',
  'welcome',
];

/** True when `letters` is one known stem, or stems one behind the other: passwordpassword, adminadmin. */
function isOfStems(letters: string): boolean {
  if (letters === '') return true;
  return stems.some((stem) => letters.startsWith(stem) && isOfStems(letters.slice(stem.length)));
}

/** True for passwords that everybody tries: known defaults however numbered, digits only, one or two signs repeated. */
export function knownPassword(password: string): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size <= 2) return true;
  const spelled = plain
    .replace(/(?<=[a-z])0(?=[a-z])/g, 'o')
    .replace(/@(?=[a-z])/g, 'a')
    .replace(/(?<=[a-z])\$(?=[a-z$])/g, 's');
  return isOfStems(spelled.replace(/[^\p{L}]/gu, ''));
}
