/** True for a system error of that code, e.g. ENOENT. */
export const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;
