import type { ControlPorts } from '../../ports';
import { issuerOf, type UserPoolRow } from '../findUserPool';
import { live, openKeys, type SigningKey } from '../signingKeys';

/** A pool with its keys opened: what signs and verifies its tokens. */
export interface OpenPool extends UserPoolRow {
  issuer: string;
  /** newest first; the first signs */
  keys: SigningKey[];
}

export function openPool({ config, secrets, now }: ControlPorts, row: UserPoolRow): OpenPool {
  return {
    ...row,
    issuer: issuerOf(config, row.id),
    keys: live(openKeys(secrets, row.keysSealed), now()),
  };
}
