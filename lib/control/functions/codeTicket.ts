import { z } from 'zod';
import { ControlError } from '@/lib/model/ControlError';
import type { ControlContext } from '../ControlContext';
import { read, runRead } from '../operation';
import { findVersion } from './findFunction';
import { readCode } from './storeCode';

/** As long as AWS's addresses of code last (https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html). */
const LASTS = 10 * 60_000;

const ticketOf = z.object({ codeSha256: z.string(), expires: z.number() });

/** A text that gives a version's zip to whoever has it, for ten minutes. */
export const makeCodeTicket = read(
  { name: 'GetFunction', permission: 'viewer' },
  async (call, functionName: string, qualifier?: string): Promise<string> => {
    const { codeSha256 } = await findVersion(call, functionName, qualifier);
    const ticket = { codeSha256, expires: call.now.getTime() + LASTS };
    return Buffer.from(call.ports.secrets.encrypt(JSON.stringify(ticket))).toString('base64url');
  },
);

/** The zip; asks nobody who they are. @throws ControlError AccessDeniedException for what is no ticket, or one that ended */
export function codeByTicket(context: ControlContext): (ticket: string) => Promise<Uint8Array> {
  return (ticket) =>
    runRead(context, { kind: 'visitor' }, async ({ db, now, ports }) => {
      const { codeSha256, expires } = opened(() =>
        ticketOf.parse(JSON.parse(ports.secrets.decrypt(Buffer.from(ticket, 'base64url').toString()))),
      );
      const zip = expires > now.getTime() ? await readCode(db, codeSha256) : undefined;
      if (!zip) throw refused();
      return zip;
    });
}

function opened<Ticket>(open: () => Ticket): Ticket {
  try {
    return open();
  } catch {
    throw refused();
  }
}

const refused = () =>
  new ControlError('AccessDeniedException', 'The address has expired. Ask GetFunction for another.');
