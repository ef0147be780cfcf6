import { expect, test } from 'vitest';
import { isControlError } from '@/lib/model/ControlError';
import { type Actor, type Role, roles } from '@/lib/model/role';
import { neededPermissions } from './neededPermissions';
import type { Permission } from './permission';
import { testControl } from './testControl';
import { testActor } from './testing';

const kit = testControl();

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
  'portal.sdks',
  'portal.sdk',
  'portal.tryIt',
  'portals.site',
  'portals.previewSite',
  'portals.siteOfHost',
  'portals.tryIt',
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
    groups.flatMap(([group, members]): [string, Operation][] => namedOperations(group, members)),
  );
}

function namedOperations(name: string, member: Operation | Record<string, Operation>): [string, Operation][] {
  if (typeof member === 'function') return [[name, member]];
  return Object.entries(member).flatMap(([below, each]) => namedOperations(`${name}.${below}`, each));
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
  expect([...operations().keys()].sort()).toEqual([...Object.keys(neededPermissions), ...open].sort());
});

test.each(Object.entries(neededPermissions))('%s needs %s', async (name, permission) => {
  const found: Record<string, string | null> = { visitor: await refused(name, { kind: 'visitor' }) };
  const expected: Record<string, string | null> = { visitor: 'UnauthorizedException' };
  for (const role of roles) {
    found[role] = await refused(name, testActor(role));
    expected[role] = allowed[permission].includes(role) ? null : 'AccessDeniedException';
  }
  expect(found).toEqual(expected);
});
