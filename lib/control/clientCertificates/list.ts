import { read } from '../operation';
import { readCertificates } from './readCertificates';

export const listClientCertificates = read(
  { name: 'GetClientCertificates', permission: 'viewer' },
  ({ db }) => readCertificates(db),
);
