import { read } from '../operation';
import { findMethod, type MethodAddress } from './findMethod';

export const getMethod = read(
  { name: 'GetMethod', permission: 'viewer' },
  ({ db }, ...address: MethodAddress) => findMethod(db, ...address),
);
