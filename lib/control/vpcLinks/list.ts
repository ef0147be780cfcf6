import { read } from '../operation';
import { readVpcLinks } from './readVpcLinks';

export const listVpcLinks = read({ name: 'GetVpcLinks', permission: 'viewer' }, ({ db }) => readVpcLinks(db));
