import { randomInt } from 'node:crypto';
import { userPools } from '@/db/schema';
import { userPoolInput } from '@/lib/model/userPool';
import type { ControlContext } from '../../ControlContext';
import type { Control } from '../../control';
import { runWrite } from '../../operation';
import { parse } from '../../parse';
import { permit } from '../../permission';
import { toUserPool } from '../findUserPool';
import { generateSigningKey, sealKeys } from '../signingKeys';

export function createUserPool(context: ControlContext): Control['userPools']['create'] {
  return async (actor, input) => {
    permit(actor, 'editor', 'CreateUserPool');
    const settings = parse(userPoolInput, input);
    const key = await generateSigningKey(settings);
    return runWrite(context, actor, 'CreateUserPool', async ({ db, now, ports, audit, publish }) => {
      const row = {
        id: `${ports.config.region}_${newPoolName()}`,
        settings,
        keysSealed: sealKeys(ports.secrets, [key]),
        resourceServers: [],
        groups: [],
        createdDate: now,
      };
      await db.insert(userPools).values(row);
      audit(row.id, { name: settings.name });
      publish();
      return toUserPool(ports.config, row, 0);
    });
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What follows the region in a pool's id: 9 letters and digits of both cases. */
const newPoolName = () => Array.from({ length: 9 }, () => letters.charAt(randomInt(letters.length))).join('');
