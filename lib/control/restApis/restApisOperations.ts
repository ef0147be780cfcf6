import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createSample } from '../sample/create';
import { cloneRestApi } from './clone';
import { createRestApi } from './create';
import { deleteRestApi } from './delete';
import { exportRestApi } from './export';
import { getRestApi } from './get';
import { importRestApi } from './import';
import { listRestApis } from './list';
import { createRestApiSdk } from './sdk';
import { updateRestApi } from './update';

export function restApisOperations(context: ControlContext): Control['restApis'] {
  return {
    list: listRestApis(context),
    get: getRestApi(context),
    create: createRestApi(context),
    createSample: createSample(context),
    clone: cloneRestApi(context),
    import: importRestApi(context),
    export: exportRestApi(context),
    sdk: createRestApiSdk(context),
    update: updateRestApi(context),
    delete: deleteRestApi(context),
  };
}
