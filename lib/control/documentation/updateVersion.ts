import { z } from 'zod';
import { documentationVersions } from '@/db/schema';
import { documentationVersionInput } from '@/lib/model/documentation';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { findVersion, versionAt } from './versionRow';

const input = z.object({ description: documentationVersionInput.shape.description.unwrap() });

/** Only the description changes; an empty one is none. */
export const updateVersion = write(
  { name: 'UpdateDocumentationVersion', permission: 'editor' },
  async (call, restApiId: string, version: string, unparsed: z.input<typeof input>) => {
    const { description } = parse(input, unparsed);
    await lockRestApi(call, restApiId);
    await findVersion(call.db, restApiId, version);
    await call.db
      .update(documentationVersions)
      .set({ description: description || null })
      .where(versionAt(restApiId, version));
    call.audit(restApiId, { documentationVersion: version, description });
    return findVersion(call.db, restApiId, version);
  },
);
