import { z } from 'zod';

const marketplace = {
  /** AWS Marketplace's name of who has the key */
  customerId: z.string().max(1024).optional(),
  labels: z.array(z.string().max(1024)).max(100).optional(),
  /** `apiId/stage`, from before there were usage plans: told back, and without effect, as on AWS */
  stageKeys: z
    .array(z.string().regex(/^\w+\/[\w-]+$/, 'Invalid API Stage specified'))
    .max(1_000)
    .optional(),
};

export const apiKeyInput = z.object({
  name: z.string().max(1024, 'Invalid API Key name, can be at most 1024 characters.').default(''),
  description: z.string().max(1024, 'Invalid API Key description specified.').optional(),
  enabled: z.boolean().default(true),
  /** own value; generated when absent */
  value: z
    .string()
    .min(20, 'API Key value should be at least 20 characters')
    .max(128, 'API Key value exceeds maximum size of 128 characters')
    .regex(/^[\x21-\x7e]+$/, 'API Key value holds visible ASCII characters only')
    .optional(),
  ...marketplace,
});
export type ApiKeyInput = z.input<typeof apiKeyInput>;

export const apiKeyUpdate = z.object({
  name: z.string().max(1024, 'Invalid API Key name, can be at most 1024 characters.').optional(),
  description: z.string().max(1024, 'Invalid API Key description specified.').optional(),
  enabled: z.boolean().optional(),
  ...marketplace,
});
export type ApiKeyUpdate = z.infer<typeof apiKeyUpdate>;

/** `after`: what the last page ended with; keys made or deleted since then shift nothing. */
export const apiKeyPageQuery = z.object({
  limit: z.int().min(1).max(500),
  /** how the names begin, in capitals and small letters as they are */
  nameQuery: z.string().optional(),
  customerId: z.string().optional(),
  after: z.object({ id: z.string(), createdDate: z.int() }).optional(),
  includeValues: z.boolean().default(false),
});
export type ApiKeyPageQuery = z.input<typeof apiKeyPageQuery>;

export interface ApiKey {
  id: string;
  name: string;
  description?: string;
  customerId?: string;
  labels?: string[];
  stageKeys?: string[];
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
