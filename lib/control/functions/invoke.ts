import { z } from 'zod';
import { ControlError } from '@/lib/model/ControlError';
import { read } from '../operation';
import { parse } from '../parse';
import { findVersion } from './findFunction';
import { functionArn } from './functionRow';

const invokeInput = z.object({
  qualifier: z.string().max(128).optional(),
  payload: z
    .string()
    .max(6 * 1024 * 1024, 'An event has at most 6 MB')
    .refine(isJson, 'The event is not JSON'),
  invocationType: z.enum(['RequestResponse', 'Event']).default('RequestResponse'),
  clientContext: z.string().max(3_583, 'A client context has at most 3,583 characters').optional(),
});

/** Runs the function, with all that it can reach: a viewer may not. */
export const invokeFunction = read(
  { name: 'Invoke', permission: 'editor' },
  async (call, functionName: string, input: z.input<typeof invokeInput>) => {
    const { qualifier, ...asked } = parse(invokeInput, input);
    await findVersion(call, functionName, qualifier);
    return call.ports
      .invokeFunction({ ...asked, functionArn: functionArn(call.ports.config, functionName, qualifier) })
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new ControlError('ServiceUnavailableException', reason);
      });
  },
);

/** Lambda takes an empty payload too. */
function isJson(payload: string): boolean {
  if (payload === '') return true;
  try {
    JSON.parse(payload);
    return true;
  } catch {
    return false;
  }
}
