import { z } from 'zod';

export const userPoolInput = z.object({
  name: z.string().trim().min(1, 'Name is required').max(128),
  /** people may make accounts themselves */
  selfSignUp: z.boolean().default(true),
  passwordMinimumLength: z.int().min(6).max(99).default(8),
  /** minutes */
  accessTokenValidity: z.int().min(5).max(1440).default(60),
  idTokenValidity: z.int().min(5).max(1440).default(60),
  /** days */
  refreshTokenValidity: z.int().min(1).max(3650).default(30),
});
export type UserPoolInput = z.input<typeof userPoolInput>;

export interface UserPool extends z.infer<typeof userPoolInput> {
  /** `us-east-1_AbCdEfGhI` */
  id: string;
  arn: string;
  /** base of discovery, `iss` of its tokens */
  issuer: string;
  createdDate: number;
  userCount: number;
}

export const userPoolClientInput = z.object({
  clientName: z.string().trim().min(1).max(128),
  generateSecret: z.boolean().default(false),
  callbackUrls: z.array(z.url().max(1024)).max(100).default([]),
  logoutUrls: z.array(z.url().max(1024)).max(100).default([]),
  allowedOAuthFlows: z.array(z.enum(['code', 'client_credentials'])).default(['code']),
  allowedOAuthScopes: z.array(z.string().max(256)).default(['openid', 'email', 'profile']),
  explicitAuthFlows: z
    .array(z.enum(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH', 'ADMIN_USER_PASSWORD_AUTH']))
    .default(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH']),
});
export type UserPoolClientInput = z.input<typeof userPoolClientInput>;
export interface UserPoolClient extends z.infer<typeof userPoolClientInput> {
  clientId: string;
  createdDate: number;
}
export interface PoolUser {
  /** `sub` */
  id: string;
  username: string;
  email: string;
  status: 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';
  enabled: boolean;
  attributes: Record<string, string>;
  groups: string[];
  createdDate: number;
}
export interface ResourceServer {
  identifier: string;
  name: string;
  scopes: { name: string; description: string }[];
}
