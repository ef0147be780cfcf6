import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { OperationCall } from '../../Service';
import type { CognitoRuns } from './CognitoRuns';
import { always, empty, inputOf, invalidParameter, ofPool, text } from './inputOf';
import { listed } from './listed';
import { userFilter } from './userFilter';
import { ofUser, oneUser, userNamed } from './userNamed';
import { gotUserShape, userShape } from './userShape';

const attributes = z
  .array(z.strictObject({ Name: text, Value: z.string().max(2048).default('') }))
  .max(100)
  .default([]);
const created = z.strictObject({
  ...ofUser,
  UserAttributes: attributes,
  TemporaryPassword: z.string().max(4096).optional(),
  MessageAction: z.literal('SUPPRESS', 'No message is sent here: only SUPPRESS is supported').optional(),
  DesiredDeliveryMediums: empty('No message is sent here'),
  ForceAliasCreation: always(false),
});
const password = z.strictObject({
  ...ofUser,
  Password: z.string().max(4096),
  Permanent: z.boolean().default(false),
});
const many = z.strictObject({
  ...ofPool,
  Limit: z.int().min(1).max(60).default(60),
  PaginationToken: text.optional(),
  Filter: z.string().max(256).optional(),
  AttributesToGet: z.array(z.string()).max(64).optional(),
});
const changed = z.strictObject({ ...ofUser, UserAttributes: attributes });
const removed = z.strictObject({ ...ofUser, UserAttributeNames: z.array(text).max(100) });

export const users: CognitoRuns = {
  AdminCreateUser: async (call) => {
    const { UserPoolId, Username: username, ...input } = inputOf(call, created);
    const user = await call.door.control.userPools.createUser(call.actor, UserPoolId, {
      username,
      password: firstPassword(input),
      ...emailAndOthers(username, input.UserAttributes),
    });
    return { User: userShape(user) };
  },
  AdminGetUser: async (call) =>
    gotUserShape(await userNamed(call, call.door.control.userPools, inputOf(call, oneUser))),
  AdminDeleteUser: async (call) => {
    const input = inputOf(call, oneUser);
    const { userPools } = call.door.control;
    const { id } = await userNamed(call, userPools, input);
    await userPools.deleteUser(call.actor, input.UserPoolId, id);
  },
  AdminSetUserPassword: async (call) => {
    const input = inputOf(call, password);
    const { userPools } = call.door.control;
    const { id } = await userNamed(call, userPools, input);
    const update = { password: input.Password, permanent: input.Permanent };
    await userPools.updateUser(call.actor, input.UserPoolId, id, update);
  },
  AdminEnableUser: (call) => enable(call, true),
  AdminDisableUser: (call) => enable(call, false),
  AdminUpdateUserAttributes: (call) => {
    const { UserAttributes } = inputOf(call, changed);
    if (UserAttributes.some(({ Name }) => Name === 'email'))
      throw invalidParameter("A user's e-mail address does not change here: make another user.");
    return changeAttributes(call, (before) => ({ ...before, ...named(UserAttributes) }));
  },
  AdminDeleteUserAttributes: (call) => {
    const { UserAttributeNames } = inputOf(call, removed);
    const goes = ([name]: [string, string]) => !UserAttributeNames.includes(name);
    return changeAttributes(call, (before) => Object.fromEntries(Object.entries(before).filter(goes)));
  },
  ListUsers: async (call) => {
    const { UserPoolId, ...input } = inputOf(call, many);
    const filter = userFilter(input.Filter);
    const all = (await call.door.control.userPools.users(call.actor, UserPoolId)).filter(filter);
    const page = { limit: input.Limit, token: input.PaginationToken };
    const { items, next } = listed(all, ({ id }) => id, page);
    return { Users: items.map((user) => userShape(user, input.AttributesToGet)), PaginationToken: next };
  },
};

/** Without a message that tells it, one that nobody knows: AdminSetUserPassword gives another. */
function firstPassword({
  TemporaryPassword,
  MessageAction,
}: Pick<z.output<typeof created>, 'TemporaryPassword' | 'MessageAction'>): string {
  if (TemporaryPassword !== undefined) return TemporaryPassword;
  if (MessageAction === 'SUPPRESS') return randomBytes(75).toString('base64url');
  throw invalidParameter(
    'No message is sent here: give TemporaryPassword, or MessageAction SUPPRESS and then AdminSetUserPassword.',
  );
}

const named = (list: z.output<typeof attributes>): Record<string, string> =>
  Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));

/** A name that is an address is one's e-mail address too. */
function emailAndOthers(username: string, list: z.output<typeof attributes>) {
  const { email = username.includes('@') ? username : undefined, ...attributes } = named(list);
  if (email !== undefined) return { email, attributes };
  throw invalidParameter('Attributes did not conform to the schema: email: The attribute is required');
}

async function enable(call: OperationCall, enabled: boolean): Promise<void> {
  const input = inputOf(call, oneUser);
  const { userPools } = call.door.control;
  const { id } = await userNamed(call, userPools, input);
  await userPools.updateUser(call.actor, input.UserPoolId, id, { enabled });
}

async function changeAttributes(
  call: OperationCall,
  change: (before: Record<string, string>) => Record<string, string>,
): Promise<void> {
  const { UserPoolId, Username } = call.input;
  const input = { UserPoolId: String(UserPoolId), Username: String(Username) };
  await call.door.control.together(async ({ userPools }) => {
    const user = await userNamed(call, userPools, input);
    const attributes = change(user.attributes);
    await userPools.updateUser(call.actor, input.UserPoolId, user.id, { attributes });
  });
}
