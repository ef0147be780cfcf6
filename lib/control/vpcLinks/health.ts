import { read } from '../operation';
import { findVpcLink } from './findVpcLink';

/** Asks a worker: the gateway alone knows what it reaches. */
export const vpcLinkHealth = read(
  { name: 'GetVpcLinkHealth', permission: 'viewer' },
  async ({ db, ports }, id: string) => {
    await findVpcLink(db, id);
    return ports.vpcLinkHealth(id);
  },
);
