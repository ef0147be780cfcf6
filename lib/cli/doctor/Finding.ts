/** One line of the doctor's. */
export interface Finding {
  check: string;
  state: 'ok' | 'warn' | 'fail';
  detail: string;
  /** what to do; absent where all is well */
  cure?: string;
}

export const ok = (check: string, detail: string): Finding => ({ check, state: 'ok', detail });
export const warn = (check: string, detail: string, cure: string): Finding => ({
  check,
  state: 'warn',
  detail,
  cure,
});
export const fail = (check: string, detail: string, cure: string): Finding => ({
  check,
  state: 'fail',
  detail,
  cure,
});
