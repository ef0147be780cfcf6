import { expect, test } from 'vitest';
import { isControlError } from '@/lib/model/ControlError';
import { type Actor, type Role, roles } from '@/lib/model/role';
import type { Permission } from './permission';
import { testControl } from './testControl';
import { testActor } from './testing';

const kit = testControl();

/**
 * Every operation that takes an actor, with the least that it asks for. One that is missing here fails the test:
 * whoever adds an operation decides who may call it.
 */
const needed: Record<string, Permission> = {
  'restApis.list': 'viewer',
  'restApis.get': 'viewer',
  'restApis.create': 'editor',
  'restApis.createSample': 'editor',
  'restApis.clone': 'editor',
  'restApis.import': 'editor',
  'restApis.export': 'viewer',
  'restApis.sdk': 'viewer',
  'restApis.update': 'editor',
  'restApis.delete': 'editor',
  'resources.list': 'viewer',
  'resources.create': 'editor',
  'resources.update': 'editor',
  'resources.delete': 'editor',
  'resources.enableCors': 'editor',
  'methods.get': 'viewer',
  'methods.put': 'editor',
  'methods.delete': 'editor',
  'methods.putIntegration': 'editor',
  'methods.deleteIntegration': 'editor',
  'methods.putIntegrationResponses': 'editor',
  'methods.putMethodResponses': 'editor',
  'methods.testInvoke': 'editor',
  'requestValidators.list': 'viewer',
  'requestValidators.create': 'editor',
  'requestValidators.update': 'editor',
  'requestValidators.delete': 'editor',
  'models.list': 'viewer',
  'models.create': 'editor',
  'models.update': 'editor',
  'models.delete': 'editor',
  'models.generate': 'viewer',
  'gatewayResponses.list': 'viewer',
  'gatewayResponses.own': 'viewer',
  'gatewayResponses.put': 'editor',
  'gatewayResponses.delete': 'editor',
  'gatewayResponses.enableCors': 'editor',
  'documentation.parts': 'viewer',
  'documentation.undocumented': 'viewer',
  'documentation.createPart': 'editor',
  'documentation.updatePart': 'editor',
  'documentation.deletePart': 'editor',
  'documentation.resolve': 'viewer',
  'documentation.import': 'editor',
  'documentation.versions': 'viewer',
  'documentation.versionParts': 'viewer',
  'documentation.createVersion': 'editor',
  'documentation.updateVersion': 'editor',
  'documentation.deleteVersion': 'editor',
  'templates.render': 'viewer',
  'deployments.list': 'viewer',
  'deployments.get': 'viewer',
  'deployments.create': 'editor',
  'deployments.update': 'editor',
  'deployments.summary': 'viewer',
  'deployments.methods': 'viewer',
  'deployments.compare': 'viewer',
  'deployments.pending': 'viewer',
  'deployments.delete': 'editor',
  'stages.list': 'viewer',
  'stages.get': 'viewer',
  'stages.create': 'editor',
  'stages.update': 'editor',
  'stages.delete': 'editor',
  'stages.promoteCanary': 'editor',
  'stages.flushCache': 'editor',
  'clientCertificates.list': 'viewer',
  'clientCertificates.generate': 'editor',
  'clientCertificates.update': 'editor',
  'clientCertificates.rotate': 'editor',
  'clientCertificates.delete': 'editor',
  'vpcLinks.list': 'viewer',
  'vpcLinks.get': 'viewer',
  'vpcLinks.create': 'editor',
  'vpcLinks.update': 'editor',
  'vpcLinks.delete': 'editor',
  'vpcLinks.health': 'viewer',
  'domainNames.list': 'viewer',
  'domainNames.get': 'viewer',
  'domainNames.create': 'editor',
  'domainNames.update': 'editor',
  'domainNames.delete': 'editor',
  'domainNames.listMappings': 'viewer',
  'domainNames.mappingsOfAll': 'viewer',
  'domainNames.getMapping': 'viewer',
  'domainNames.createMapping': 'editor',
  'domainNames.updateMapping': 'editor',
  'domainNames.deleteMapping': 'editor',
  'apiKeys.list': 'viewer',
  'apiKeys.get': 'viewer',
  'apiKeys.create': 'editor',
  'apiKeys.update': 'editor',
  'apiKeys.delete': 'editor',
  'usagePlans.list': 'viewer',
  'usagePlans.get': 'viewer',
  'usagePlans.create': 'editor',
  'usagePlans.update': 'editor',
  'usagePlans.delete': 'editor',
  'usagePlans.addKey': 'editor',
  'usagePlans.removeKey': 'editor',
  'usagePlans.quotas': 'viewer',
  'users.list': 'administrator',
  'users.create': 'administrator',
  'users.update': 'administrator',
  'users.delete': 'administrator',
  'users.prepareSignInPool': 'administrator',
  'users.changePassword': 'signedIn',
  'users.signOutEverywhere': 'signedIn',
  'portal.products': 'viewer',
  'portal.putProduct': 'editor',
  'portal.deleteProduct': 'editor',
  'portal.apps': 'signedIn',
  'portal.app': 'signedIn',
  'portal.createApp': 'signedIn',
  'portal.updateApp': 'signedIn',
  'portal.deleteApp': 'signedIn',
  'portal.subscribe': 'signedIn',
  'portal.cancelSubscription': 'signedIn',
  'portal.subscriptions': 'viewer',
  'portal.decideSubscription': 'editor',
  'portal.createKey': 'signedIn',
  'portal.rotateKey': 'signedIn',
  'portal.revokeKey': 'signedIn',
  'portal.usage': 'signedIn',
  'usage.report': 'viewer',
  'usage.topOperations': 'viewer',
  'usage.topConsumers': 'viewer',
  'usage.byApi': 'viewer',
  'usage.lastWeek': 'viewer',
  'identity.users': 'administrator',
  'identity.createUser': 'administrator',
  'identity.deleteUser': 'administrator',
  'identity.createAccessKey': 'administrator',
  'identity.updateAccessKey': 'administrator',
  'identity.deleteAccessKey': 'administrator',
  'identity.putUserPolicy': 'administrator',
  'identity.deleteUserPolicy': 'administrator',
  'identity.policies': 'administrator',
  'identity.putPolicy': 'administrator',
  'identity.deletePolicy': 'administrator',
  'identity.attachPolicy': 'administrator',
  'identity.detachPolicy': 'administrator',
  'identity.simulate': 'administrator',
  'settings.get': 'viewer',
  'settings.update': 'administrator',
  'audit.list': 'administrator',
  'apiKeys.import': 'editor',
  'apiKeys.page': 'viewer',
  'authorizers.create': 'editor',
  'authorizers.delete': 'editor',
  'authorizers.list': 'viewer',
  'authorizers.test': 'editor',
  'authorizers.update': 'editor',
  'functions.addPermission': 'editor',
  'functions.changeTags': 'editor',
  'functions.code': 'viewer',
  'functions.codeTicket': 'viewer',
  'functions.create': 'editor',
  'functions.delete': 'editor',
  'functions.deleteAlias': 'editor',
  'functions.get': 'viewer',
  'functions.invoke': 'editor',
  'functions.list': 'viewer',
  'functions.logs': 'viewer',
  'functions.permissions': 'viewer',
  'functions.publishVersion': 'editor',
  'functions.putAlias': 'editor',
  'functions.removePermission': 'editor',
  'functions.tags': 'viewer',
  'functions.updateCode': 'editor',
  'functions.updateConfiguration': 'editor',
  'functions.versions': 'viewer',
  'identity.attachRolePolicy': 'administrator',
  'identity.createPolicy': 'administrator',
  'identity.createRole': 'administrator',
  'identity.deleteRole': 'administrator',
  'identity.deleteRolePolicy': 'administrator',
  'identity.detachRolePolicy': 'administrator',
  'identity.issueCredentials': 'administrator',
  'identity.putRolePolicy': 'administrator',
  'identity.role': 'administrator',
  'identity.roleTrusts': 'administrator',
  'identity.roles': 'administrator',
  'identity.updateRole': 'administrator',
  'stages.flushAuthorizersCache': 'editor',
  'tags.all': 'viewer',
  'tags.get': 'viewer',
  'tags.of': 'viewer',
  'tags.tag': 'editor',
  'tags.untag': 'editor',
  'usage.daily': 'viewer',
  'usage.metrics': 'viewer',
  'usage.setRemaining': 'editor',
  'usagePlans.key': 'editor',
  'usagePlans.keys': 'editor',
  'userPools.clients': 'viewer',
  'userPools.create': 'editor',
  'userPools.createClient': 'editor',
  'userPools.createUser': 'editor',
  'userPools.delete': 'editor',
  'userPools.deleteClient': 'editor',
  'userPools.deleteUser': 'editor',
  'userPools.get': 'viewer',
  'userPools.groups': 'viewer',
  'userPools.list': 'viewer',
  'userPools.putGroups': 'editor',
  'userPools.putResourceServers': 'editor',
  'userPools.resourceServers': 'viewer',
  'userPools.rotateKeys': 'editor',
  'userPools.update': 'editor',
  'userPools.updateClient': 'editor',
  'userPools.updateUser': 'editor',
  'userPools.users': 'viewer',
};

/** Take no actor: visitors call them, and each guards itself in its own way (see its tests). */
const open = [
  'users.setupPending',
  'users.createFirstAdministrator',
  'users.signUp',
  'users.authenticate',
  'users.signInWithProvider',
  'users.signInWithUserPool',
  'users.signInPool',
  'users.signInPoolClient',
  'users.bySession',
  'users.signOut',
  'portal.catalogue',
  'portal.page',
  'portal.tryIt',
  'settings.signUpOpen',
  'userPools.identityProvider',
  'userPools.signIn',
  'userPools.signUp',
  'userPools.completeNewPassword',
  // By a ticket that only who may read the function is given, and that ends soon.
  'functions.codeByTicket',
  // Asks nothing itself: each operation that it is given does.
  'together',
  'health',
];

const allowed: Record<Permission, Role[]> = {
  administrator: ['administrator'],
  editor: ['administrator', 'editor'],
  viewer: ['administrator', 'editor', 'viewer'],
  signedIn: ['administrator', 'editor', 'viewer', 'developer'],
};

type Operation = (...args: unknown[]) => Promise<unknown>;

function operations(): Map<string, Operation> {
  const groups = Object.entries(
    kit.control as unknown as Record<string, Operation | Record<string, Operation>>,
  );
  return new Map(
    groups.flatMap(([group, members]): [string, Operation][] =>
      typeof members === 'function'
        ? [[group, members]]
        : Object.entries(members).map(([name, operation]) => [`${group}.${name}`, operation]),
    ),
  );
}

/** Where permission depends on the input, one that asks for the most. Elsewhere it is asked before any look at it. */
const inputs: Record<string, unknown[]> = { 'users.update': ['nosuch', { role: 'editor' }] };

/** The code that the operation refuses with; null when it got past the question of permission. */
async function refused(name: string, actor: Actor): Promise<string | null> {
  const operation = operations().get(name);
  if (!operation) throw new Error(`${name} is listed here, but no operation`);
  const error: unknown = await operation(actor, ...(inputs[name] ?? ['nosuch', 'nosuch', 'GET', {}])).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const denials = ['UnauthorizedException', 'AccessDeniedException'];
  return isControlError(error) && denials.includes(error.code) ? error.code : null;
}

test('every operation is listed once', () => {
  expect([...operations().keys()].sort()).toEqual([...Object.keys(needed), ...open].sort());
});

test.each(Object.entries(needed))('%s needs %s', async (name, permission) => {
  const found: Record<string, string | null> = { visitor: await refused(name, { kind: 'visitor' }) };
  const expected: Record<string, string | null> = { visitor: 'UnauthorizedException' };
  for (const role of roles) {
    found[role] = await refused(name, testActor(role));
    expected[role] = allowed[permission].includes(role) ? null : 'AccessDeniedException';
  }
  expect(found).toEqual(expected);
});
