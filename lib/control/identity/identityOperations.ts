import type { ControlContext } from '../ControlContext';
import { createAccessKey, deleteAccessKey, updateAccessKey } from './accessKeys';
import { attachPolicy, detachPolicy } from './attachments';
import { createUser } from './createUser';
import { deleteUser } from './deleteUser';
import type { IdentityControl } from './IdentityControl';
import { listUsers } from './listUsers';
import { deletePolicy, listPolicies, putPolicy } from './managedPolicies';
import { simulate } from './simulate';
import { deleteUserPolicy, putUserPolicy } from './userPolicies';

export function identityOperations(context: ControlContext): IdentityControl {
  return {
    users: listUsers(context),
    createUser: createUser(context),
    deleteUser: deleteUser(context),
    createAccessKey: createAccessKey(context),
    updateAccessKey: updateAccessKey(context),
    deleteAccessKey: deleteAccessKey(context),
    putUserPolicy: putUserPolicy(context),
    deleteUserPolicy: deleteUserPolicy(context),
    policies: listPolicies(context),
    putPolicy: putPolicy(context),
    deletePolicy: deletePolicy(context),
    attachPolicy: attachPolicy(context),
    detachPolicy: detachPolicy(context),
    simulate: simulate(context),
  };
}
