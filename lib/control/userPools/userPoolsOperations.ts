import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createPasswords } from '../users/createPasswords';
import { tryLimit } from '../users/tryLimit';
import { createClient } from './clients/create';
import { deleteClient } from './clients/delete';
import { listClients } from './clients/list';
import { updateClient } from './clients/update';
import { getGroups, putGroups } from './groups';
import { administeredSignIn, identityProvider } from './identityProvider/identityProvider';
import { createUserPool } from './pools/create';
import { deleteUserPool } from './pools/delete';
import { getUserPool } from './pools/get';
import { listUserPools } from './pools/list';
import { rotateKeys } from './pools/rotateKeys';
import { updateUserPool } from './pools/update';
import { getResourceServers, putResourceServers } from './resourceServers';
import { setOwnPassword } from './signIn/setPassword';
import { poolSignIn } from './signIn/signIn';
import { poolSignUp } from './signIn/signUp';
import { createPoolUser } from './users/create';
import { deletePoolUser } from './users/delete';
import { listPoolUsers } from './users/list';
import { toPoolUser } from './users/readPoolUsers';
import { updatePoolUser } from './users/update';

/** @param options.monotonic ms that only grow: what the limits of tries are measured with */
export function userPoolsOperations(
  context: ControlContext,
  { monotonic = () => performance.now(), passwords = createPasswords() } = {},
): Control['userPools'] {
  const limits = { accounts: tryLimit(10, monotonic), addresses: tryLimit(30, monotonic) };
  const signIn = poolSignIn(context, passwords, limits);
  const signUp = poolSignUp(context, passwords, tryLimit(10, monotonic));
  return {
    list: listUserPools(context),
    get: getUserPool(context),
    create: createUserPool(context),
    update: updateUserPool(context),
    delete: deleteUserPool(context),
    rotateKeys: rotateKeys(context),
    clients: listClients(context),
    createClient: createClient(context),
    updateClient: updateClient(context),
    deleteClient: deleteClient(context),
    users: listPoolUsers(context),
    createUser: createPoolUser(context, passwords),
    updateUser: updatePoolUser(context, passwords),
    deleteUser: deletePoolUser(context),
    groups: getGroups(context),
    putGroups: putGroups(context),
    putResourceServers: putResourceServers(context),
    resourceServers: getResourceServers(context),
    identityProvider: identityProvider(context, { passwords, signIn, signUp }),
    administeredSignIn: administeredSignIn(context, { passwords, signIn, signUp }),
    signIn: async (input) => toPoolUser(await signIn(input)),
    signUp: async (input) => toPoolUser(await signUp(input)),
    completeNewPassword: async ({ newPassword, ...credentials }) =>
      toPoolUser(await setOwnPassword(context, passwords, await signIn(credentials), newPassword)),
  };
}
