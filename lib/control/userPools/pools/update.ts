import { eq } from 'drizzle-orm';
import { userPools } from '@/db/schema';
import { type UserPoolInput, userPoolInput } from '@/lib/model/userPool';
import { write } from '../../operation';
import { parse } from '../../parse';
import { lockUserPool, readUserPool } from '../findUserPool';
import { permitPool } from '../permitPool';
import { openKeys, sealKeys, withValidity } from '../signingKeys';

export const updateUserPool = write(
  { name: 'UpdateUserPool', permission: 'editor' },
  async ({ actor, db, ports, audit }, userPoolId: string, input: UserPoolInput) => {
    await permitPool(db, actor, userPoolId, 'UpdateUserPool');
    const settings = parse(userPoolInput, input);
    const { keysSealed } = await lockUserPool(db, userPoolId);
    const keys = withValidity(openKeys(ports.secrets, keysSealed), settings);
    await db
      .update(userPools)
      .set({ settings, keysSealed: sealKeys(ports.secrets, keys) })
      .where(eq(userPools.id, userPoolId));
    audit(userPoolId, { name: settings.name });
    return readUserPool(db, ports.config, userPoolId);
  },
);
