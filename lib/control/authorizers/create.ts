import { authorizers } from '@/db/schema';
import type { AuthorizerInput } from '@/lib/model/authorizer';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { readAuthorizers, toAuthorizerRow } from './authorizerRow';
import { authorizerSettings } from './authorizerSettings';

/** The engine asks it from the next deployment on. */
export const createAuthorizer = write(
  { name: 'CreateAuthorizer', permission: 'editor' },
  async (call, restApiId: string, input: AuthorizerInput) => {
    await lockRestApi(call, restApiId);
    const settings = await authorizerSettings(call, input, await readAuthorizers(call.db, restApiId));
    const id = await freshId(call.db, authorizers, authorizers.id, 6);
    await call.db.insert(authorizers).values(toAuthorizerRow(restApiId, { id, ...settings }));
    call.audit(restApiId, { authorizerId: id, name: settings.name, type: settings.type });
    return { id, ...settings };
  },
);
