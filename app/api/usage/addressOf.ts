/** A page's `searchParams` as the browser has them; of a repeated one the first counts. */
export function addressOf(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) address.set(name, first);
  }
  return address;
}
