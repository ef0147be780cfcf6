import { z } from 'zod';
import { documentationParts } from '@/db/schema';
import { documentationProperties } from '@/lib/model/documentation';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { checkRoom } from './checkRoom';
import { findPart, partAt } from './partRow';

const input = z.object({ properties: documentationProperties });

/** A part stays where it is; on AWS, too, only its properties change. */
export const updatePart = write(
  { name: 'UpdateDocumentationPart', permission: 'editor' },
  async (call, restApiId: string, partId: string, unparsed: z.input<typeof input>) => {
    const { properties } = parse(input, unparsed);
    await lockRestApi(call, restApiId);
    const { location } = await findPart(call.db, restApiId, partId);
    await call.db.update(documentationParts).set({ properties }).where(partAt(restApiId, partId));
    await checkRoom(call.db, restApiId);
    call.audit(restApiId, { documentationPartId: partId, location });
    return { id: partId };
  },
);
