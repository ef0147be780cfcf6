import { read } from '../operation';
import { readVpcLink } from './readVpcLinks';

export const getVpcLink = read({ name: 'GetVpcLink', permission: 'viewer' }, ({ db }, id: string) =>
  readVpcLink(db, id),
);
