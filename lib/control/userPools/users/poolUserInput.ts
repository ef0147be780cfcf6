import { z } from 'zod';
import { email } from '@/lib/model/role';
import type { UserPool } from '@/lib/model/userPool';
import { badRequest } from '../../parse';
import { canonicalName } from './readPoolUsers';

/** Cognito's form: letters, marks, signs, digits and punctuation, no spaces. */
const username = z
  .string()
  .transform(canonicalName)
  .refine(
    (name) => /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(name),
    'A user name is 1 to 128 characters without spaces',
  );

/** OpenID Connect's own, and `custom:`; nothing that a token says of itself can be set here. */
const attributeNames =
  /^(name|given_name|family_name|middle_name|nickname|preferred_username|profile|picture|website|gender|birthdate|zoneinfo|locale|address|phone_number|phone_number_verified|email_verified|custom:[\w-]{1,20})$/;
export const attributes = z.record(
  z.string().regex(attributeNames, 'Use a standard attribute or custom:name'),
  z.string().max(2048, 'An attribute has at most 2048 characters'),
);
/** What people may say of themselves: not what somebody else would have to have checked. */
export const ownAttributes = attributes.refine(
  (given) => !('email_verified' in given || 'phone_number_verified' in given),
  {
    message: 'Whether an address is verified is not for its owner to say',
  },
);

const password = z.string();
const groups = z.array(z.string()).default([]);
export const poolUserInput = z.object({
  username,
  email,
  password,
  groups,
  permanent: z.boolean().default(false),
  attributes: attributes.default({}),
});
export const signUpInput = z.object({ username, email, password, attributes: ownAttributes.default({}) });
export const poolUserUpdate = z
  .object({ enabled: z.boolean(), password, permanent: z.boolean(), groups: z.array(z.string()), attributes })
  .partial();

/** @throws ControlError BadRequestException for a password that the pool's policy refuses */
export function checkPassword(
  password: string,
  { passwordMinimumLength }: Pick<UserPool, 'passwordMinimumLength'>,
): void {
  const refuse = (message: string) => badRequest({ field: 'password', message });
  if (password.length < passwordMinimumLength)
    throw refuse(`A password has at least ${passwordMinimumLength} characters`);
  if (password.length > longestPassword) throw refuse(`A password has at most ${longestPassword} characters`);
  if (password !== password.trim()) throw refuse('A password does not begin or end with a space');
}

/** As Cognito's; a longer one is never hashed. */
export const longestPassword = 256;
