import type {
  App,
  AppInput,
  AppKey,
  CatalogueEntry,
  CataloguePage,
  PortalProduct,
  PortalProductInput,
  PortalSdk,
  Subscription,
} from '@/lib/model/portal';
import type { Actor } from '@/lib/model/role';
import type { QuotaState, UsageRange, UsageReport, UsageRow } from '@/lib/model/usage';

/** Answer of try-it: what the gateway said. */
export interface TryItAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array;
}

/** The portal's products, apps, keys and usage, as the control plane's face has them. */
export interface PortalControl {
  /** Public. Only published products; `search` is a substring of name, description or operation. */
  catalogue(search?: string): Promise<CatalogueEntry[]>;
  page(slug: string): Promise<CataloguePage>;
  /** Public, as `page` is: the clients of a published product; none where its stage serves no method. */
  sdks(slug: string): Promise<PortalSdk[]>;
  sdk(
    slug: string,
    sdkType: string,
  ): Promise<{ fileName: string; contentType: string; body: Uint8Array<ArrayBuffer> }>;
  products(actor: Actor): Promise<PortalProduct[]>;
  putProduct(actor: Actor, productId: string | null, input: PortalProductInput): Promise<PortalProduct>;
  deleteProduct(actor: Actor, productId: string): Promise<void>;
  /** Sends one call to the product's stage through the gateway, and nowhere else. */
  tryIt(
    actor: Actor,
    slug: string,
    call: {
      method: string;
      pathAndQuery: string;
      headers: [string, string][];
      body?: Uint8Array;
      /** one of the actor's own keys: its value is put into x-api-key here and never reaches the browser */
      apiKeyId?: string;
    },
  ): Promise<TryItAnswer>;
  apps(actor: Actor): Promise<App[]>;
  app(actor: Actor, appId: string): Promise<App>;
  createApp(actor: Actor, input: AppInput): Promise<App>;
  updateApp(actor: Actor, appId: string, input: AppInput): Promise<App>;
  deleteApp(actor: Actor, appId: string): Promise<void>;
  subscribe(actor: Actor, appId: string, usagePlanId: string): Promise<Subscription>;
  cancelSubscription(actor: Actor, subscriptionId: string): Promise<void>;
  /** Console: all, newest first. */
  subscriptions(actor: Actor, filter?: { state?: Subscription['state'] }): Promise<Subscription[]>;
  decideSubscription(
    actor: Actor,
    subscriptionId: string,
    decision: 'ACTIVE' | 'REJECTED',
  ): Promise<Subscription>;
  /** The value is in the answer once and never again. */
  createKey(actor: Actor, appId: string, input: { name: string }): Promise<AppKey>;
  /** New key with the old one's plans; the old one works `overlapSeconds` longer. */
  rotateKey(
    actor: Actor,
    appId: string,
    apiKeyId: string,
    input: { overlapSeconds: number },
  ): Promise<AppKey>;
  revokeKey(actor: Actor, appId: string, apiKeyId: string): Promise<void>;
  /** Own keys only; `appId`, `apiKeyId`, `restApiId` narrow. */
  usage(
    actor: Actor,
    query: { range: UsageRange; appId?: string; apiKeyId?: string; restApiId?: string },
  ): Promise<{
    report: UsageReport;
    byApi: UsageRow[];
    byKey: UsageRow[];
    byDay: UsageRow[];
    quotas: QuotaState[];
  }>;
}
