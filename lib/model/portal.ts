import { z } from 'zod';
import type { ProtocolType } from './v2/api';

export const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'Use a-z, 0-9 and - (at most 64 characters)');

/** What the portal shows of one stage of one API. */
export const portalProductInput = z.object({
  slug,
  /** of a REST, an HTTP or a WebSocket API: calls of all of them are recorded under this name */
  restApiId: z.string(),
  stageName: z.string(),
  displayName: z.string().trim().min(1, 'Name is required').max(120),
  /** one sentence for the catalogue */
  description: z.string().max(300).default(''),
  /** Markdown, sanitised where it is rendered */
  overview: z.string().max(32_768, 'A page has at most 32,768 characters').default(''),
  published: z.boolean().default(false),
});
export type PortalProductInput = z.input<typeof portalProductInput>;
export type ProductKind = 'REST' | ProtocolType;
export type PortalProduct = z.infer<typeof portalProductInput> & {
  id: string;
  kind: ProductKind;
  lastModified: number;
};

/** A plan as the portal shows it. */
export interface PortalPlan {
  id: string;
  name: string;
  description?: string;
  throttle?: { rateLimit: number; burstLimit: number };
  quota?: { limit: number; period: 'DAY' | 'WEEK' | 'MONTH' };
  approvalRequired: boolean;
}
export interface CatalogueEntry {
  slug: string;
  kind: ProductKind;
  displayName: string;
  description: string;
  version?: string;
  /** of a WebSocket API: its routes for messages */
  operationCount: number;
  lastModified: number;
}
export interface CataloguePage extends CatalogueEntry {
  productId: string;
  overview: string;
  invokeUrl: string;
  plans: PortalPlan[];
  /** OpenAPI 3.0 document of the deployed stage, without integrations; a WebSocket API has none */
  openapi?: Record<string, unknown>;
  /** of a WebSocket API */
  socket?: SocketReference;
}

/** What a developer must know to connect and to talk. */
export interface SocketReference {
  /** what in a message names its route, e.g. `$request.body.action` */
  routeSelectionExpression: string;
  connect: {
    authorizationType: 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'JWT';
    /** where the authorizer looks, e.g. `route.request.header.Auth` */
    identitySource: string[];
    apiKeyRequired: boolean;
  };
  /** those that messages choose, by key; `$default` last */
  routes: SocketRoute[];
}
export interface SocketRoute {
  routeKey: string;
  operationName?: string;
  /** what a message may be; several are told apart by the route's model selection expression */
  requestModels: SocketModel[];
  /** the route answers on the connection */
  answers: boolean;
  responseModels: SocketModel[];
}
export interface SocketModel {
  name: string;
  description?: string;
  /** JSON Schema draft 4 as text */
  schema: string;
}

/** A generated client of a published product. */
export interface PortalSdk {
  sdkType: string;
  friendlyName: string;
  description: string;
  /** of the zip */
  fileName: string;
  /** for a shell, in the folder that the zip was saved in */
  install: string;
  /** one call, in the client's language */
  usage: string;
}

export const appInput = z.object({
  name: z.string().trim().min(1, 'Name is required').max(120),
  description: z.string().max(500).default(''),
});
export type AppInput = z.input<typeof appInput>;
export interface App {
  id: string;
  name: string;
  description: string;
  createdDate: number;
  subscriptions: Subscription[];
  keys: AppKey[];
}
export const subscriptionStates = ['PENDING', 'ACTIVE', 'REJECTED', 'CANCELLED'] as const;
export interface Subscription {
  id: string;
  appId: string;
  appName: string;
  /** owner's e-mail: filled for the console only */
  developerEmail?: string;
  usagePlanId: string;
  usagePlanName: string;
  state: (typeof subscriptionStates)[number];
  createdDate: number;
}
export const appKeyInput = z.object({
  name: z.string().trim().min(1, 'Name is required').max(120, 'A name has at most 120 characters'),
});
/** A key as its owner sees it; `value` only in the answer that made it. */
export interface AppKey {
  id: string;
  name: string;
  hint: string;
  enabled: boolean;
  createdDate: number;
  expiresAt?: number;
  lastUsedAt?: number;
  value?: string;
}
