import { z } from 'zod';
import { knownPassword } from './knownPassword';

/** developer: portal only. viewer reads the console, editor changes APIs, administrator also users and settings. */
export const roles = ['administrator', 'editor', 'viewer', 'developer'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;
export const consoleRoles = ['administrator', 'editor', 'viewer'] as const;

export const email = z
  .email('Not an e-mail address')
  .max(254)
  .transform((text) => text.trim().toLowerCase());
export const password = z
  .string()
  .min(12, 'A password has at least 12 characters')
  .max(256, 'A password has at most 256 characters')
  .refine((text) => !knownPassword(text), 'This password is among the first that others try');

/** Who calls an operation. */
export type Actor =
  | { kind: 'user'; userId: string; email: string; role: Role }
  | { kind: 'visitor' }
  /** signed a call of the AWS endpoint, whose door has asked the user's policies before it calls an operation */
  | { kind: 'iamUser'; arn: string }
  | { kind: 'system'; reason: string };

/** Gatehouse itself while it fills a new installation. */
export const firstStart = { kind: 'system', reason: 'at first start' } as const satisfies Actor;

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  disabled: boolean;
  createdDate: number;
  lastSignInAt?: number;
  /** e.g. credentials, github, oidc */
  provider: string;
}
