import { z } from 'zod';
import type { UserPool, UserPoolInput } from '@/lib/model/userPool';
import { always, empty, text } from './inputOf';

const policy = z.strictObject({
  MinimumLength: z.int().optional(),
  RequireUppercase: always(false),
  RequireLowercase: always(false),
  RequireNumbers: always(false),
  RequireSymbols: always(false),
});

/** What a pool has here of CreateUserPool's members; the others of AWS's are refused by name. */
export const poolMembers = {
  Policies: z.strictObject({ PasswordPolicy: policy.optional() }).optional(),
  AdminCreateUserConfig: z.strictObject({ AllowAdminCreateUserOnly: z.boolean().optional() }).optional(),
  DeletionProtection: always('INACTIVE'),
  MfaConfiguration: always('OFF'),
  AutoVerifiedAttributes: empty('No mail is sent here, so nothing is verified by itself'),
};
/** What only a new pool is asked for. */
export const newPoolMembers = {
  PoolName: text,
  UsernameAttributes: empty('People sign in by their user name here, which may be an address'),
  AliasAttributes: empty('People sign in by their user name here, which may be an address'),
  UsernameConfiguration: z.strictObject({ CaseSensitive: always(false) }).optional(),
};

/** What is not given is Cognito's default, in updates too, as in AWS. */
export function poolSettings({
  Policies,
  AdminCreateUserConfig,
}: z.output<z.ZodObject<typeof poolMembers>>): Omit<UserPoolInput, 'name'> {
  const length = Policies?.PasswordPolicy?.MinimumLength;
  return {
    selfSignUp: AdminCreateUserConfig?.AllowAdminCreateUserOnly !== true,
    ...(length !== undefined && { passwordMinimumLength: length }),
  };
}

export const poolShape = (pool: UserPool) => ({
  Id: pool.id,
  Name: pool.name,
  Arn: pool.arn,
  CreationDate: new Date(pool.createdDate),
  EstimatedNumberOfUsers: pool.userCount,
  Policies: {
    PasswordPolicy: {
      MinimumLength: pool.passwordMinimumLength,
      RequireUppercase: false,
      RequireLowercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
    },
  },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: !pool.selfSignUp },
  UsernameConfiguration: { CaseSensitive: false },
  DeletionProtection: 'INACTIVE',
  MfaConfiguration: 'OFF',
});
