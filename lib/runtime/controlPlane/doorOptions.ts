import type { DoorOptions } from '@/lib/aws/DoorOptions';
import type { ControlContext } from '@/lib/control/ControlContext';
import type { Control } from '@/lib/control/control';
import { credentialsOf } from '@/lib/control/identity/credentials';
import type { Config } from '../config';
import type { Log } from '../log';

/** What the AWS endpoint's door stands on in this process. */
export function doorOptions(
  { region, accountId, awsOpen }: Config,
  context: ControlContext,
  control: Control,
  log: Log,
): DoorOptions {
  const credentials = credentialsOf(context);
  return { control, credentials, region, accountId, open: awsOpen, now: context.ports.now, log };
}
