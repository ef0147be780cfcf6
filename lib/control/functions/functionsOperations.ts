import type { ControlContext } from '../ControlContext';
import { deleteAlias, putAlias } from './aliases';
import { readFunctionCode } from './code';
import { createFunction } from './create';
import { deleteFunction } from './delete';
import type { FunctionsControl } from './FunctionsControl';
import { getFunction } from './get';
import { invokeFunction } from './invoke';
import { listFunctions } from './list';
import { readFunctionLogs } from './logs';
import { publishVersion } from './publishVersion';
import { updateFunctionCode } from './updateCode';
import { updateFunctionConfiguration } from './updateConfiguration';

export function functionsOperations(context: ControlContext): FunctionsControl {
  return {
    list: listFunctions(context),
    get: getFunction(context),
    create: createFunction(context),
    updateConfiguration: updateFunctionConfiguration(context),
    updateCode: updateFunctionCode(context),
    code: readFunctionCode(context),
    publishVersion: publishVersion(context),
    putAlias: putAlias(context),
    deleteAlias: deleteAlias(context),
    delete: deleteFunction(context),
    invoke: invokeFunction(context),
    logs: readFunctionLogs(context),
  };
}
