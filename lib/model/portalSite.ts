import { z } from 'zod';
import type { ProductKind, SocketReference } from './portal';
import { tags } from './tag';

/** Colours of a portal as CSS writes them in hexadecimal: `#0f62fe`. Nothing else: they become style. */
const color = z.string().regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, 'A colour is written #rgb or #rrggbb');
export const customColors = z.object({
  accentColor: color,
  backgroundColor: color,
  errorValidationColor: color,
  headerColor: color,
  navigationColor: color,
  textColor: color,
});
export type CustomColors = z.infer<typeof customColors>;

export const portalContent = z.object({
  displayName: z
    .string()
    .trim()
    .min(3, 'A name has 3 to 255 characters')
    .max(255, 'A name has 3 to 255 characters'),
  description: z.string().max(1024, 'A description has at most 1,024 characters').optional(),
  theme: z.object({ customColors }),
});
export type PortalContent = z.infer<typeof portalContent>;

/** Who may read a portal: everybody, or those who sign in to a user pool. Exactly one of the two. */
export const portalAuthorization = z.union([
  z.strictObject({ none: z.strictObject({}) }),
  z.strictObject({
    cognitoConfig: z.strictObject({
      /** of a client without a secret */
      appClientId: z.string().min(1).max(256),
      userPoolArn: z.string().min(20).max(2048),
      /** base URL of the pool's sign-in pages */
      userPoolDomain: z.string().min(20).max(2048),
    }),
  }),
]);
export type PortalAuthorization = z.infer<typeof portalAuthorization>;

export const portalEndpointConfiguration = z.union([
  z.strictObject({ none: z.strictObject({}) }),
  z.strictObject({
    acmManaged: z.strictObject({
      domainName: z
        .string()
        .trim()
        .toLowerCase()
        .min(3, 'A domain name has 3 to 253 characters')
        .max(253, 'A domain name has 3 to 253 characters')
        .regex(
          /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
          'A domain name is the name of a host, e.g. developers.example.com',
        ),
      /** AWS's clients always send one; here it is kept and told back */
      certificateArn: z
        .string()
        .max(2048)
        .regex(/^arn:[\w-]+:acm:[\w-]*:\d*:certificate\/./, 'A certificate ARN names a certificate of ACM')
        .optional(),
    }),
  }),
]);
export type PortalEndpointConfiguration = z.infer<typeof portalEndpointConfiguration>;

/** What makes a portal; products by their ids. */
export const portalInput = z.object({
  authorization: portalAuthorization,
  endpointConfiguration: portalEndpointConfiguration,
  portalContent,
  portalProductIds: z.array(z.string()).max(200, 'A portal has at most 200 products').default([]),
  /** `s3://bucket/key`, read once through the S3 service endpoint */
  logoUri: z.string().max(1092).optional(),
  rumAppMonitorName: z.string().max(255).optional(),
  tags: tags.optional(),
});
export type PortalInput = z.input<typeof portalInput>;
/** What is left out stays; '' takes away the logo and the monitor's name. */
export const portalUpdate = portalInput
  .omit({ tags: true })
  // Without its default, which would take the place of what is left out.
  .extend({ portalProductIds: portalInput.shape.portalProductIds.unwrap() })
  .partial();
export type PortalUpdate = z.input<typeof portalUpdate>;

export const publishStatuses = ['PUBLISHED', 'DISABLED'] as const;

export interface Portal {
  portalId: string;
  authorization: PortalAuthorization;
  endpointConfiguration: PortalEndpointConfiguration;
  /** always there: `p-{portalId}.apigw-portal.{host of the console}` */
  portalDefaultDomainName: string;
  /** where a browser finds it, also without that name: `{public URL}/portals/{portalId}` */
  url: string;
  portalContent: PortalContent;
  logoLastUploaded?: number;
  portalProductIds: string[];
  rumAppMonitorName?: string;
  publishStatus: (typeof publishStatuses)[number];
  lastModified: number;
  lastPublished?: number;
  lastPublishedDescription?: string;
  /** something of it or of its products was changed since it was published */
  isChanged: boolean;
  preview?: { previewUrl: string; expiresAt: number };
}

/** Order of a product's pages, by ids. What is in none of the three is a draft and is not shown. */
export const displayOrder = z.object({
  overviewPageId: z.string().optional(),
  productPageIds: z.array(z.string()).default([]),
  contents: z
    .array(
      z.object({
        sectionName: z.string().trim().min(1, 'A section has a name').max(255),
        productRestEndpointPageIds: z.array(z.string()),
      }),
    )
    .max(500, 'A product has at most 500 sections')
    .default([]),
});
export type DisplayOrder = z.infer<typeof displayOrder>;

export const productInput = z.object({
  displayName: z.string().trim().min(1, 'Name is required').max(255),
  description: z.string().max(1024).default(''),
  tags: tags.optional(),
});
export type ProductInput = z.input<typeof productInput>;
export const productUpdate = z
  .object({ displayName: productInput.shape.displayName, description: z.string().max(1024), displayOrder })
  .partial();
export type ProductUpdate = z.input<typeof productUpdate>;

/** A product as AWS's portals know it; the stage that it documents as a whole is ours, and made in the console. */
export interface Product {
  portalProductId: string;
  displayName: string;
  description: string;
  displayOrder: DisplayOrder;
  lastModified: number;
  /** only of a product that shows a whole stage */
  stage?: { kind: ProductKind; restApiId: string; stageName: string; slug: string; published: boolean };
}

const markdown = z.string().max(32_768, 'A page has at most 32,768 characters');
export const productPageInput = z.object({
  title: z.string().trim().min(1, 'A page has a title').max(255),
  body: markdown.min(1, 'A page has a body'),
});
export type ProductPageInput = z.input<typeof productPageInput>;
export interface ProductPage {
  productPageId: string;
  title: string;
  /** Markdown, sanitised where it is rendered */
  body: string;
  lastModified: number;
}

/** What stands on an endpoint's page in place of what its API's documentation says. */
export const endpointOverrides = z.object({
  body: markdown.min(1, 'A body has at least 1 character').optional(),
  endpoint: z.string().trim().min(1, 'An endpoint has 1 to 1,024 characters').max(1024).optional(),
  operationName: z.string().trim().min(1, 'An operation name has 1 to 255 characters').max(255).optional(),
});
export type EndpointOverrides = z.infer<typeof endpointOverrides>;
export const tryItStates = ['ENABLED', 'DISABLED'] as const;
/** UNAVAILABLE: of a private API, which no browser reaches, whatever was asked for */
export type TryItState = (typeof tryItStates)[number] | 'UNAVAILABLE';
export const endpointPageInput = z.object({
  restApiId: z.string().min(1, 'A REST API is named').max(50),
  stageName: z.string().min(1, 'A stage is named').max(128),
  path: z.string().max(4096).regex(/^\//, 'A path begins with /'),
  method: z.string().min(1, 'A method is named').max(20),
  /** null: as the API documents it */
  overrides: endpointOverrides.nullable().default(null),
  tryItState: z.enum(tryItStates).default('ENABLED'),
});
export type EndpointPageInput = z.input<typeof endpointPageInput>;
/** What is left out stays. */
export const endpointPageUpdate = z
  .object({ overrides: endpointOverrides.nullable(), tryItState: z.enum(tryItStates) })
  .partial();
export type EndpointPageUpdate = z.input<typeof endpointPageUpdate>;
export interface EndpointPage {
  productRestEndpointPageId: string;
  restApiId: string;
  stageName: string;
  path: string;
  method: string;
  overrides: EndpointOverrides | null;
  tryItState: TryItState;
  /** as it is shown: from the overrides, else from the API */
  operationName?: string;
  endpoint: string;
  /** as it is shown: Markdown */
  body: string;
  /** as the API documents it: Markdown */
  rawBody: string;
  /** FAILED: the stage no longer serves it */
  status: 'AVAILABLE' | 'FAILED';
  statusMessage?: string;
  lastModified: number;
}

/** A portal as its readers see it: a copy that was made when it was published, or for a preview. */
export interface PortalSite {
  portalId: string;
  displayName: string;
  description?: string;
  theme: CustomColors;
  /** `data:` URL */
  logo?: string;
  products: SiteProduct[];
}
export interface SiteProduct {
  portalProductId: string;
  displayName: string;
  description: string;
  overview?: SitePage;
  pages: (SitePage & { productPageId: string })[];
  sections: { sectionName: string; endpoints: SiteEndpoint[] }[];
  /** of a product that shows a whole stage */
  stage?: {
    kind: ProductKind;
    /** where plans and keys are, while the catalogue shows it */
    slug?: string;
    invokeUrl: string;
    openapi?: Record<string, unknown>;
    socket?: SocketReference;
  };
}
export interface SitePage {
  title: string;
  body: string;
}
export interface SiteEndpoint {
  productRestEndpointPageId: string;
  restApiId: string;
  stageName: string;
  method: string;
  path: string;
  operationName?: string;
  endpoint: string;
  body: string;
  invokeUrl: string;
  /** OpenAPI 3.0 document of this operation (of each verb, for ANY), without integrations */
  openapi: Record<string, unknown>;
  tryIt: boolean;
}
