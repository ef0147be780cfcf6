import { methods } from '@/db/schema';
import { write } from '../operation';
import { at, lockMethod, type MethodAddress } from './findMethod';

export const deleteMethod = write(
  { name: 'DeleteMethod', permission: 'editor' },
  async (call, ...address: MethodAddress) => {
    const { method, resource } = await lockMethod(call, ...address);
    await call.db.delete(methods).where(at(resource.id, method.httpMethod));
    call.audit(resource.restApiId, { method: `${method.httpMethod} ${resource.path}` });
  },
);
