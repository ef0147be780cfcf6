import type { HostedPages } from '@/lib/auth/userPools/HostedPages';
import type { Control } from '@/lib/control/control';

/**
 * Next instantiates a module once per bundle, so the control plane is made before Next starts and kept in one
 * global slot (design.md section 5). Only this file knows the symbols.
 */
const slot = Symbol.for('gatehouse.control');
const pagesSlot = Symbol.for('gatehouse.hostedPages');
type Slotted = typeof globalThis & { [slot]?: Control; [pagesSlot]?: HostedPages };

export function setControl(control: Control): void {
  (globalThis as Slotted)[slot] = control;
}

/** The control plane of this process. @throws when the process was not started by `npm start` or `npm run dev` */
export function control(): Control {
  return running((globalThis as Slotted)[slot]);
}

export function setHostedPages(pages: HostedPages): void {
  (globalThis as Slotted)[pagesSlot] = pages;
}

/** Sign-ins of user pools, for their pages. @throws as `control` does */
export function hostedPages(): HostedPages {
  return running((globalThis as Slotted)[pagesSlot]);
}

function running<Made>(made: Made | undefined): Made {
  if (made) return made;
  throw new Error('The control plane is not running here: start Gatehouse with `npm start` or `npm run dev`');
}
