import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockMethod, type MethodAddress, saveMethod } from './findMethod';

export const deleteIntegration = write(
  { name: 'DeleteIntegration', permission: 'editor' },
  async (call, ...address: MethodAddress) => {
    const { method, resource } = await lockMethod(call, ...address);
    const { methodIntegration, ...rest } = method;
    if (!methodIntegration) throw noIntegration();
    await saveMethod(call, resource, rest);
  },
);

export const noIntegration = () =>
  new ControlError('NotFoundException', 'Invalid Integration identifier specified');
