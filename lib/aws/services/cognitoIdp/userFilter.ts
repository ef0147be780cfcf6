import type { PoolUser } from '@/lib/model/userPool';
import { invalidParameter } from './inputOf';
import { attributesOf } from './userShape';

/** `email = "ada@example.com"` or `username ^= "a"`. */
const FILTER = /^\s*"?([a-z_:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/;

/** What ListUsers filters by: standard attributes, never `custom:` ones. */
const filterable = new Set([
  ...['username', 'email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username', 'sub'],
  ...['cognito:user_status', 'status'],
]);

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html
 * @throws AwsError InvalidParameterException
 */
export function userFilter(filter: string | undefined): (user: PoolUser) => boolean {
  if (filter === undefined || filter === '') return () => true;
  const [, name = '', operator, quoted = ''] = FILTER.exec(filter) ?? [];
  if (!filterable.has(name)) throw invalidParameter(`Error while parsing filter: ${filter.slice(0, 256)}`);
  const wanted = quoted.replace(/\\(.)/g, '$1');
  return (user) => {
    const value = attributeOf(user, name);
    return operator === '=' ? value === wanted : value?.startsWith(wanted) === true;
  };
}

function attributeOf(user: PoolUser, name: string): string | undefined {
  if (name === 'username') return user.username;
  if (name === 'cognito:user_status') return user.status;
  if (name === 'status') return user.enabled ? 'Enabled' : 'Disabled';
  return attributesOf(user)[name];
}
