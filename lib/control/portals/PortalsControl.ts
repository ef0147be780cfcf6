import type {
  EndpointPage,
  EndpointPageInput,
  EndpointPageUpdate,
  Portal,
  PortalInput,
  PortalSite,
  PortalUpdate,
  Product,
  ProductInput,
  ProductPage,
  ProductPageInput,
  ProductUpdate,
} from '@/lib/model/portalSite';
import type { Actor } from '@/lib/model/role';
import type { TryItAnswer } from '../portal/PortalControl';

/**
 * Portals as AWS has them (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-portals.html): each a
 * site of its own that shows some of the products. What readers see is a copy that publishing makes; changes wait for
 * the next. The catalogue at `/` (PortalControl) shows the same products at once, and is where keys are had.
 */
export interface PortalsControl {
  list(actor: Actor): Promise<Portal[]>;
  get(actor: Actor, portalId: string): Promise<Portal>;
  create(actor: Actor, input: PortalInput): Promise<Portal>;
  update(actor: Actor, portalId: string, input: PortalUpdate): Promise<Portal>;
  /** @throws ControlError BadRequestException while it is published */
  delete(actor: Actor, portalId: string): Promise<void>;
  /** Makes the copy that readers see. */
  publish(actor: Actor, portalId: string, input?: { description?: string }): Promise<Portal>;
  /** Takes it from the web; a second time is no error. */
  disable(actor: Actor, portalId: string): Promise<Portal>;
  /** Makes a copy that is seen by whoever knows its address, for an hour. */
  preview(actor: Actor, portalId: string): Promise<Portal>;
  /** Uploads, or with null removes, the logo: PNG, JPEG, GIF, WebP or SVG of at most 1 MB. */
  putLogo(
    actor: Actor,
    portalId: string,
    logo: { contentType: string; body: Uint8Array } | null,
  ): Promise<Portal>;

  /** Public. @throws ControlError NotFoundException for one that is not published, as for one that is not there */
  site(portalId: string): Promise<{ site: PortalSite; authorization: Portal['authorization'] }>;
  /** Public. @throws ControlError NotFoundException also for a token that is wrong or has expired */
  previewSite(portalId: string, token: string): Promise<PortalSite>;
  /** Public: the published portal of a host name of its own, without port. */
  siteOfHost(host: string): Promise<string | undefined>;
  /** Sends one call to an endpoint of a published portal through the gateway, where its page offers that. */
  tryIt(
    actor: Actor,
    portalId: string,
    productRestEndpointPageId: string,
    call: { method: string; pathAndQuery: string; headers: [string, string][]; body?: Uint8Array },
  ): Promise<TryItAnswer>;

  products: {
    list(actor: Actor): Promise<Product[]>;
    get(actor: Actor, portalProductId: string): Promise<Product>;
    create(actor: Actor, input: ProductInput): Promise<Product>;
    update(actor: Actor, portalProductId: string, input: ProductUpdate): Promise<Product>;
    /** @throws ControlError BadRequestException while a portal includes it */
    delete(actor: Actor, portalProductId: string): Promise<void>;
    /** Policy document as text; undefined: none */
    sharingPolicy(actor: Actor, portalProductId: string): Promise<string | undefined>;
    putSharingPolicy(actor: Actor, portalProductId: string, policyDocument: string): Promise<void>;
    deleteSharingPolicy(actor: Actor, portalProductId: string): Promise<void>;
  };
  pages: {
    list(actor: Actor, portalProductId: string): Promise<ProductPage[]>;
    get(actor: Actor, portalProductId: string, productPageId: string): Promise<ProductPage>;
    create(actor: Actor, portalProductId: string, input: ProductPageInput): Promise<ProductPage>;
    update(
      actor: Actor,
      portalProductId: string,
      productPageId: string,
      input: ProductPageInput,
    ): Promise<ProductPage>;
    /** Also out of the display order. */
    delete(actor: Actor, portalProductId: string, productPageId: string): Promise<void>;
  };
  endpointPages: {
    list(actor: Actor, portalProductId: string): Promise<EndpointPage[]>;
    get(actor: Actor, portalProductId: string, productRestEndpointPageId: string): Promise<EndpointPage>;
    create(actor: Actor, portalProductId: string, input: EndpointPageInput): Promise<EndpointPage>;
    update(
      actor: Actor,
      portalProductId: string,
      productRestEndpointPageId: string,
      input: EndpointPageUpdate,
    ): Promise<EndpointPage>;
    delete(actor: Actor, portalProductId: string, productRestEndpointPageId: string): Promise<void>;
  };
}
