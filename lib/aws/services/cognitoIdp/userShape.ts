import type { PoolUser } from '@/lib/model/userPool';

export function attributesOf({ id, email, attributes }: PoolUser): Record<string, string> {
  return { sub: id, ...attributes, email };
}

/** As lists and AdminCreateUser have it. @param only names of attributes; undefined: all */
export function userShape(user: PoolUser, only?: readonly string[]) {
  return { ...commonShape(user), Attributes: listOf(user, only) };
}

/** As AdminGetUser has it. */
export const gotUserShape = (user: PoolUser) => ({ ...commonShape(user), UserAttributes: listOf(user) });

const commonShape = (user: PoolUser) => ({
  Username: user.username,
  UserCreateDate: new Date(user.createdDate),
  Enabled: user.enabled,
  UserStatus: user.status,
});

const listOf = (user: PoolUser, only?: readonly string[]) =>
  Object.entries(attributesOf(user))
    .filter(([Name]) => only === undefined || only.includes(Name))
    .map(([Name, Value]) => ({ Name, Value }));
