import { z } from 'zod';
import { type FunctionRuntime, type FunctionUpdate, functionRuntimes } from '@/lib/model/function';
import { printable } from '../../AwsError';
import { invalid } from './functionName';

const runtime = z.string().transform((text): FunctionRuntime => {
  const known = functionRuntimes.find((name) => name === text);
  if (known !== undefined) return known;
  throw invalid(
    `Value ${printable(text)} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${functionRuntimes.join(', ')}]`,
  );
});

/** What would change how a function runs, and does not exist here: absent, empty, or refused by its name. */
const none = (name: string) =>
  z.unknown().refine(isEmpty, { message: `${name} is not available here: functions run on this machine` });

export const configurationMembers = z.object({
  Runtime: runtime.optional(),
  Role: z.string().optional(),
  Handler: z.string().optional(),
  Description: z.string().optional(),
  Timeout: z.number().optional(),
  MemorySize: z.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).optional() }).optional(),
  EphemeralStorage: z.object({ Size: z.number() }).optional(),
  TracingConfig: z
    .object({ Mode: z.enum(['PassThrough'], 'Tracing is not available here: PassThrough').optional() })
    .optional(),
  VpcConfig: none('VpcConfig').optional(),
  Layers: none('Layers').optional(),
  FileSystemConfigs: none('FileSystemConfigs').optional(),
  DeadLetterConfig: none('DeadLetterConfig').optional(),
  ImageConfig: none('ImageConfig').optional(),
  DurableConfig: none('DurableConfig').optional(),
  KMSKeyArn: none('KMSKeyArn').optional(),
  RevisionId: z.string().optional(),
});

/** The control plane's names for what is given. */
export function configurationOf(input: z.output<typeof configurationMembers>): FunctionUpdate {
  const { Runtime, Role, Handler, Description, Timeout, MemorySize, Environment, EphemeralStorage } = input;
  return {
    ...(Runtime !== undefined && { runtime: Runtime }),
    ...(Role !== undefined && { role: Role }),
    ...(Handler !== undefined && { handler: Handler }),
    ...(Description !== undefined && { description: Description }),
    ...(Timeout !== undefined && { timeout: Timeout }),
    ...(MemorySize !== undefined && { memorySize: MemorySize }),
    ...(Environment !== undefined && { environment: Environment.Variables ?? {} }),
    ...(EphemeralStorage !== undefined && { ephemeralStorage: EphemeralStorage.Size }),
  };
}

/** `{}`, `[]`, and objects of such: what tools send to say that there is none. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
