import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { deleteClientCertificate } from './delete';
import { generateClientCertificate } from './generate';
import { listClientCertificates } from './list';
import { rotateClientCertificate } from './rotate';
import { updateClientCertificate } from './update';

export function clientCertificatesOperations(context: ControlContext): Control['clientCertificates'] {
  return {
    list: listClientCertificates(context),
    generate: generateClientCertificate(context),
    update: updateClientCertificate(context),
    rotate: rotateClientCertificate(context),
    delete: deleteClientCertificate(context),
  };
}
