import { type UserPool, type UserPoolInput, userPoolInput } from '@/lib/model/userPool';

/** The form's state: texts as typed. */
export interface UserPoolDraft {
  name: string;
  selfSignUp: boolean;
  passwordMinimumLength: string;
  accessTokenValidity: string;
  idTokenValidity: string;
  refreshTokenValidity: string;
}

const defaults = userPoolInput.parse({ name: 'any' });

/** @param pool absent: a new one */
export function draftOf(pool?: UserPool): UserPoolDraft {
  const from = pool ?? { ...defaults, name: '' };
  return {
    name: from.name,
    selfSignUp: from.selfSignUp,
    passwordMinimumLength: String(from.passwordMinimumLength),
    accessTokenValidity: String(from.accessTokenValidity),
    idTokenValidity: String(from.idTokenValidity),
    refreshTokenValidity: String(from.refreshTokenValidity),
  };
}

/** What the operation gets; what is no number (NaN) it refuses with the field's name. */
export const inputOf = (draft: UserPoolDraft): UserPoolInput => ({
  name: draft.name,
  selfSignUp: draft.selfSignUp,
  passwordMinimumLength: numberOf(draft.passwordMinimumLength),
  accessTokenValidity: numberOf(draft.accessTokenValidity),
  idTokenValidity: numberOf(draft.idTokenValidity),
  refreshTokenValidity: numberOf(draft.refreshTokenValidity),
});

/** Paths of the fields that the form shows errors at; all others go above the form. */
export const fields = Object.keys(userPoolInput.shape);

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
