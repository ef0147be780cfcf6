import { ControlError } from '@/lib/model/ControlError';
import type { ControlPorts } from '../ports';
import { readHostedFunctions } from './readHostedFunctions';
import { readCode } from './storeCode';

const turns = new WeakMap<ControlPorts, Promise<void>>();

/**
 * Tells the function host what there is to run, after it has the code of it all: what is on its disk is a copy of
 * what the database has, so what is missing there is written again. One after the other: the newest list is the last
 * that the host is told.
 * @throws ControlError ServiceUnavailableException
 */
export function publishFunctions(ports: ControlPorts): Promise<void> {
  const turn = (turns.get(ports) ?? Promise.resolve())
    .catch(() => {})
    .then(() => handOver(ports))
    .catch((error: unknown) => {
      throw notPublished(error);
    });
  turns.set(ports, turn);
  return turn;
}

async function handOver(ports: ControlPorts): Promise<void> {
  const functions = await readHostedFunctions(ports, ports.db);
  const named = [...new Set(functions.map(({ codeSha256 }) => codeSha256))];
  // One at a time: each may have 50 MB.
  for (const sha256 of await ports.missingFunctionCode(named)) {
    const zip = await readCode(ports.db, sha256);
    if (zip) await ports.storeFunctionCode(sha256, zip);
  }
  await ports.publishFunctions(functions);
}

function notPublished(error: unknown): ControlError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ControlError(
    'ServiceUnavailableException',
    `The change is saved, but the function host has not taken it over yet: ${reason}`,
  );
}
