import { z } from 'zod';

export const apiKeyInput = z.object({
  name: z.string().max(1024, 'Invalid API Key name, can be at most 1024 characters.').default(''),
  description: z.string().max(1024).optional(),
  enabled: z.boolean().default(true),
  /** own value; generated when absent */
  value: z
    .string()
    .min(20, 'API Key value should be at least 20 characters')
    .max(128, 'API Key value exceeds maximum size of 128 characters')
    .regex(/^[\x21-\x7e]+$/, 'API Key value holds visible ASCII characters only')
    .optional(),
});
export type ApiKeyInput = z.input<typeof apiKeyInput>;

export const apiKeyUpdate = z.object({
  name: z.string().max(1024).optional(),
  description: z.string().max(1024).optional(),
  enabled: z.boolean().optional(),
});
export type ApiKeyUpdate = z.infer<typeof apiKeyUpdate>;

export interface ApiKey {
  id: string;
  name: string;
  description?: string;
  enabled: boolean;
  /** first four and last four characters, for recognition: `abcd…wxyz` */
  hint: string;
  /** only where asked for (includeValue) or once at creation */
  value?: string;
  createdDate: number;
  lastUpdatedDate: number;
  /** set on a rotated key: it works until then */
  expiresAt?: number;
  lastUsedAt?: number;
  usagePlanIds: string[];
  /** portal app that owns it */
  appId?: string;
  /** true while the developer of that app is disabled: the gateway refuses the key however `enabled` stands */
  ownerDisabled?: boolean;
}
