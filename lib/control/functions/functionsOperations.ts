import type { ControlContext } from '../ControlContext';
import { deleteAlias, putAlias } from './aliases';
import { readFunctionCode } from './code';
import { codeByTicket, makeCodeTicket } from './codeTicket';
import { createFunction } from './create';
import { deleteFunction } from './delete';
import type { FunctionsControl } from './FunctionsControl';
import { getFunction } from './get';
import { invokeFunction } from './invoke';
import { listFunctions } from './list';
import { readFunctionLogs } from './logs';
import { addPermission, listPermissions, removePermission } from './permissions';
import { permitApi } from './permitApi';
import { publishVersion } from './publishVersion';
import { changeFunctionTags, readFunctionTags } from './tags';
import { listUnpermitted } from './unpermitted';
import { updateFunctionCode } from './updateCode';
import { updateFunctionConfiguration } from './updateConfiguration';
import { listVersions } from './versions';

export function functionsOperations(context: ControlContext): FunctionsControl {
  return {
    list: listFunctions(context),
    get: getFunction(context),
    create: createFunction(context),
    updateConfiguration: updateFunctionConfiguration(context),
    updateCode: updateFunctionCode(context),
    code: readFunctionCode(context),
    codeTicket: makeCodeTicket(context),
    codeByTicket: codeByTicket(context),
    versions: listVersions(context),
    publishVersion: publishVersion(context),
    putAlias: putAlias(context),
    deleteAlias: deleteAlias(context),
    permissions: listPermissions(context),
    addPermission: addPermission(context),
    removePermission: removePermission(context),
    permitApi: permitApi(context),
    unpermitted: listUnpermitted(context),
    tags: readFunctionTags(context),
    changeTags: changeFunctionTags(context),
    delete: deleteFunction(context),
    invoke: invokeFunction(context),
    logs: readFunctionLogs(context),
  };
}
