import type { Control } from '@/lib/control/control';
import type { Credentials } from '@/lib/control/identity/credentials';

/** What the door stands on. */
export interface DoorOptions {
  control: Control;
  credentials: Credentials;
  region: string;
  accountId: string;
  /** true: GATEHOUSE_AWS_AUTH=off, every call is the account's own */
  open: boolean;
  /** ms since the epoch */
  now(): number;
  log: { error(message: string, detail: Record<string, unknown>): void };
}
