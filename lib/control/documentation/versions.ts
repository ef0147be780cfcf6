import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readVersionParts, readVersions } from './versionRow';

export const listVersions = read(
  { name: 'GetDocumentationVersions', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    return readVersions(call.db, restApiId);
  },
);

export const listVersionParts = read(
  { name: 'GetDocumentationVersion', permission: 'viewer' },
  async (call, restApiId: string, version: string) => {
    await findRestApi(call, restApiId);
    return readVersionParts(call.db, restApiId, version);
  },
);
