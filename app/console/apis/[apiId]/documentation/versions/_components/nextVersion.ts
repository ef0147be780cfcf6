/** A name for the version after `newest`: its last number plus one; `1.0` for the first. */
export function nextVersion(newest: string | undefined): string {
  if (newest === undefined) return '1.0';
  const found = /^(.*?)(\d{1,15})(\D*)$/.exec(newest);
  if (!found) return `${newest}-2`;
  const [, head = '', number = '', tail = ''] = found;
  return `${head}${Number(number) + 1}${tail}`;
}
