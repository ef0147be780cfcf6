import type { ControlContext } from '../ControlContext';
import { createAccessKey, deleteAccessKey, updateAccessKey } from './accessKeys';
import { attachPolicy, detachPolicy } from './attachments';
import { createUser } from './createUser';
import { deleteUser } from './deleteUser';
import type { IdentityControl } from './IdentityControl';
import { listUsers } from './listUsers';
import { createPolicy, deletePolicy, listPolicies, putPolicy } from './managedPolicies';
import { attachRolePolicy, deleteRolePolicy, detachRolePolicy, putRolePolicy } from './rolePolicies';
import { createRole, deleteRole, getRole, listRoles, updateRole } from './roles';
import { issueCredentials, roleTrusts } from './sessions';
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
    createPolicy: createPolicy(context),
    putPolicy: putPolicy(context),
    deletePolicy: deletePolicy(context),
    attachPolicy: attachPolicy(context),
    detachPolicy: detachPolicy(context),
    roles: listRoles(context),
    role: getRole(context),
    createRole: createRole(context),
    updateRole: updateRole(context),
    deleteRole: deleteRole(context),
    putRolePolicy: putRolePolicy(context),
    deleteRolePolicy: deleteRolePolicy(context),
    attachRolePolicy: attachRolePolicy(context),
    detachRolePolicy: detachRolePolicy(context),
    roleTrusts: roleTrusts(context),
    issueCredentials: issueCredentials(context),
    simulate: simulate(context),
  };
}
