import { ControlError } from '@/lib/model/ControlError';
import type { ApiModel } from '@/lib/model/restApi';

/** @throws ControlError NotFoundException */
export function findModel(models: readonly ApiModel[], name: string): ApiModel {
  const found = models.find((model) => model.name === name);
  if (found) return found;
  throw new ControlError('NotFoundException', `Invalid model name specified: ${name}`);
}
