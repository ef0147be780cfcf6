/** `no user`, `1 user`, `1,000 users` */
export function countOf(count: number, what: string): string {
  if (count === 0) return `no ${what}`;
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
