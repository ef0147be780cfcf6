import { documentationParts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import {
  type DocumentationPart,
  type DocumentationPartLocation,
  documentationPartInput,
  locationKey,
} from '@/lib/model/documentation';
import { documentationAddress } from '@/lib/model/documentationAddress';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { checkRoom } from './checkRoom';

/** Live only with a version that is published: what is being written shows nowhere yet. */
export const createPart = write(
  { name: 'CreateDocumentationPart', permission: 'editor' },
  async (call, restApiId: string, input: DocumentationPart) => {
    const { location, properties } = parse(documentationPartInput, input);
    await lockRestApi(call, restApiId);
    const id = await freshId(call.db, documentationParts, documentationParts.id, 6);
    const row = { id, restApiId, location, locationKey: locationKey(location), properties };
    const made = await call.db.insert(documentationParts).values(row).onConflictDoNothing().returning();
    if (made.length === 0) throw taken(location);
    await checkRoom(call.db, restApiId);
    call.audit(restApiId, { documentationPartId: id, location });
    return { id };
  },
);

function taken(location: DocumentationPartLocation): ControlError {
  const message = `Documentation part already exists for the specified location: ${documentationAddress(location)}`;
  return new ControlError('ConflictException', message, [{ field: 'location', message }]);
}
