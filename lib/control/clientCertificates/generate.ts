import { type ClientCertificateInput, clientCertificateInput } from '@/lib/model/clientCertificate';
import { write } from '../operation';
import { parse } from '../parse';
import { insertCertificate } from './insertCertificate';
import { readCertificate } from './readCertificates';

export const generateClientCertificate = write(
  { name: 'GenerateClientCertificate', permission: 'editor' },
  async (call, input: ClientCertificateInput) => {
    const { description = null } = parse(clientCertificateInput, input);
    const id = await insertCertificate(call, description);
    call.audit(id, { description });
    return readCertificate(call.db, id);
  },
);
