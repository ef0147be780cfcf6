/** Entry of the control process: database, control plane, and Next's pages for console and portal. */
import { nextHandler } from './controlPlane/nextHandler';
import { runControl } from './controlPlane/runControl';

await runControl(nextHandler);
