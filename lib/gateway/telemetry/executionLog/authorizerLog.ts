import type { Trace } from '../trace';
import { logDate } from './executionLog';

/**
 * What an authorizer did, in the form of AWS's execution log, as TestInvokeAuthorizer gives it.
 * @param time ms since the epoch, when the call came
 */
export function authorizerLog(requestId: string, time: number, { entries }: Trace): string {
  const shown = entries.filter(({ step, failed }) => step === 'authorize' || failed);
  const lines = shown.map(({ at, message }) => `${logDate(time + at)} : ${message}`);
  return [`Execution log for request ${requestId}`, ...lines].join('\n');
}
