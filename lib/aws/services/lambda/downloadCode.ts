import { RestAnswer } from '../../protocols/restJsonProtocol';
import type { OperationCall } from '../../Service';

/** The zip that GetFunction's Code.Location gives; the address itself says that its bearer may. */
export async function downloadCode({ input, door }: OperationCall): Promise<RestAnswer> {
  const zip = await door.control.functions.codeByTicket(String(input.Ticket));
  return new RestAnswer(200, { 'content-type': 'application/zip' }, new Uint8Array(zip));
}
