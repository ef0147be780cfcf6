/** A route handler's plain no, for programs and for people; no cache keeps it. */
export const refusal = (status: number, message: string, headers: [string, string][] = []) =>
  Response.json({ message }, { status, headers: [['cache-control', 'no-store'], ...headers] });
