import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { read, runRead } from '../operation';
import { readSettings } from '../storedSettings';
import { updateSettings } from './updateSettings';

const getSettings = read({ name: 'GetSettings', permission: 'viewer' }, ({ db }) => readSettings(db));

export function settingsOperations(context: ControlContext): Control['settings'] {
  return {
    get: getSettings(context),
    update: updateSettings(context),
    signUpOpen: () =>
      runRead(context, { kind: 'visitor' }, async ({ db }) => (await readSettings(db)).signUpOpen),
  };
}
