import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createApiKey } from './create';
import { deleteApiKey } from './delete';
import { getApiKey } from './get';
import { importApiKeys } from './import';
import { listApiKeys } from './list';
import { pageApiKeys } from './page';
import { updateApiKey } from './update';

export function apiKeysOperations(context: ControlContext): Control['apiKeys'] {
  return {
    list: listApiKeys(context),
    page: pageApiKeys(context),
    get: getApiKey(context),
    import: importApiKeys(context),
    create: createApiKey(context),
    update: updateApiKey(context),
    delete: deleteApiKey(context),
  };
}
