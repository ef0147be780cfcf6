import { z } from 'zod';
import { resources } from '@/db/schema';
import { joinPath, pathPart } from '@/lib/model/pathPart';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { toResource } from '../restApis/readDefinition';
import { checkPlace, findResource } from './checkPlace';

const resourceInput = z.object({ parentId: z.string(), pathPart });

export const createResource = write(
  { name: 'CreateResource', permission: 'editor' },
  async (call, restApiId: string, input: z.input<typeof resourceInput>) => {
    const { parentId, pathPart: part } = parse(resourceInput, input);
    const { db } = call;
    await lockRestApi(call, restApiId);
    const parent = await findResource(db, restApiId, parentId, 'parentId');
    await checkPlace(db, parent, part);
    const row = {
      id: await freshId(db, resources, resources.id, 6),
      restApiId,
      parentId,
      pathPart: part,
      path: joinPath(parent.path, part),
    };
    await db.insert(resources).values(row);
    call.audit(restApiId, { resourceId: row.id, path: row.path });
    return toResource(row);
  },
);
