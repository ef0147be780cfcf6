import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';
import type { ConnectionQuestion } from '../ports';

/** After the commit. @throws ControlError NotFoundException, ServiceUnavailableException; the audit row stays */
export function tellConnection({ ports, afterwards }: WriteCall, question: ConnectionQuestion): void {
  afterwards(async () => {
    const { outcome } = await ports.askConnections(question);
    if (outcome === 'gone') throw new ControlError('NotFoundException', 'The connection is closed');
    if (outcome === 'unanswered')
      throw new ControlError('ServiceUnavailableException', 'The gateway did not answer');
  });
}
