import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readPartRows, toPart } from './partRow';

export const listParts = read(
  { name: 'GetDocumentationParts', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    const rows = await readPartRows(call.db, restApiId);
    return rows.map((row) => ({ id: row.id, ...toPart(row) }));
  },
);
