import { WebSocket } from 'ws';

/**
 * ws closes at once when frames are faulty. Here what came before the fault is answered first, so that whoever hears
 * its `error` closes it. A fault is told from a client's close frame by the reason, which a fault never has and which
 * a close frame with a code always has.
 */
export class PatientSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === undefined || reason !== undefined) super.close(code, reason);
  }
}
