import { z } from 'zod';
import { blankTrial, type TrialInput } from './trialInput';

const texts = z.record(z.string(), z.string());
const trialInput = z.object({
  identity: texts,
  path: z.string(),
  headers: texts,
  stageVariables: texts,
  body: z.string(),
});
const storageKey = (restApiId: string, authorizerId: string) =>
  `gatehouse.authorizerTrial.${restApiId}.${authorizerId}`;

/** The last call that was tried in this tab; a blank one where there is none or the storage is closed. */
export function readTrial(restApiId: string, authorizerId: string): TrialInput {
  try {
    const kept = sessionStorage.getItem(storageKey(restApiId, authorizerId));
    return trialInput.safeParse(JSON.parse(kept ?? 'null')).data ?? blankTrial;
  } catch {
    return blankTrial;
  }
}

/** Kept by the tab and gone with it: a call holds a token, which whoever reads the storage could call with. */
export function keepTrial(restApiId: string, authorizerId: string, input: TrialInput): void {
  try {
    sessionStorage.setItem(storageKey(restApiId, authorizerId), JSON.stringify(input));
  } catch {
    // A full or closed storage loses the inputs, not the run.
  }
}
