import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createPart } from './createPart';
import { createVersion } from './createVersion';
import { deletePart } from './deletePart';
import { deleteVersion } from './deleteVersion';
import { importParts } from './import';
import { listParts } from './parts';
import { resolveDocumentation } from './resolve';
import { listUndocumented } from './undocumented';
import { updatePart } from './updatePart';
import { updateVersion } from './updateVersion';
import { listVersionParts, listVersions } from './versions';

export function documentationOperations(context: ControlContext): Control['documentation'] {
  return {
    parts: listParts(context),
    undocumented: listUndocumented(context),
    createPart: createPart(context),
    updatePart: updatePart(context),
    deletePart: deletePart(context),
    resolve: resolveDocumentation(context),
    import: importParts(context),
    versions: listVersions(context),
    versionParts: listVersionParts(context),
    createVersion: createVersion(context),
    updateVersion: updateVersion(context),
    deleteVersion: deleteVersion(context),
  };
}
