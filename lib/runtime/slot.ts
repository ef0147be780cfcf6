import type { Control } from '@/lib/control/control';

/**
 * Next instantiates a module once per bundle, so the control plane is made before Next starts and kept in one
 * global slot (design.md section 5). Only this file knows the symbol.
 */
const slot = Symbol.for('gatehouse.control');
type Slotted = typeof globalThis & { [slot]?: Control };

export function setControl(control: Control): void {
  (globalThis as Slotted)[slot] = control;
}

/** The control plane of this process. @throws when the process was not started by `npm start` or `npm run dev` */
export function control(): Control {
  const made = (globalThis as Slotted)[slot];
  if (!made)
    throw new Error(
      'The control plane is not running here: start Gatehouse with `npm start` or `npm run dev`',
    );
  return made;
}
