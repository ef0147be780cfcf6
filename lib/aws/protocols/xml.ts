const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Letters that XML 1.0 has no way to write are left out. */
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '');

/** @param content XML already */
export function element(name: string, content: string, namespace?: string): string {
  return `<${name}${namespace === undefined ? '' : ` xmlns="${namespace}"`}>${content}</${name}>`;
}

/** A value as the query protocol writes it: members by name, lists as `<member>`; what is undefined is left out. */
export function elements(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => element('member', elements(one))).join('');
  if (value instanceof Date) return escaped(value.toISOString());
  if (typeof value !== 'object') return escaped(String(value));
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => element(name, elements(member)))
    .join('');
}
