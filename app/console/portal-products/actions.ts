'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { Control } from '@/lib/control/control';
import type {
  DisplayOrder,
  EndpointPageInput,
  EndpointPageUpdate,
  ProductInput,
  ProductPageInput,
  ProductUpdate,
} from '@/lib/model/portalSite';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { appendToSection, replaceId } from './displayOrder';
import { readWholeProduct, type WholeProduct, writeWholeProduct } from './wholeProduct';

const refresh = () => revalidatePath('/', 'layout');

/** A new product begins with its overview page, as AWS's console makes one. */
export const createProduct = action(async (actor, input: ProductInput) => {
  const made = await control().together(async ({ portals }) => {
    const { portalProductId } = await portals.products.create(actor, input);
    const overview = await portals.pages.create(actor, portalProductId, {
      title: 'Overview',
      body: input.description?.trim() || input.displayName,
    });
    const displayOrder = { overviewPageId: overview.productPageId, productPageIds: [], contents: [] };
    return portals.products.update(actor, portalProductId, { displayOrder });
  });
  refresh();
  return made;
});

export const updateProduct = action(
  async (actor, { portalProductId, input }: { portalProductId: string; input: ProductUpdate }) => {
    const product = await control().portals.products.update(actor, portalProductId, input);
    refresh();
    return product;
  },
);

/**
 * The page of a product that is gone must not be rendered again: its button leads away and refreshes there.
 * @returns all that it was, to bring it back
 */
export const deleteProduct = action((actor, { portalProductId }: { portalProductId: string }) =>
  control().together(async (inside) => {
    const whole = await readWholeProduct(inside, actor, portalProductId);
    await inside.portals.products.delete(actor, portalProductId);
    return whole;
  }),
);

/** Under new ids. */
export const restoreProduct = action(async (actor, whole: WholeProduct) => {
  const product = await control().together((inside) => writeWholeProduct(inside, actor, whole));
  refresh();
  return product;
});

interface NewPage {
  portalProductId: string;
  input: ProductPageInput;
  /** of a page that is brought back: the order that named it by its old id */
  restored?: { id: string; displayOrder: DisplayOrder };
}

/** A draft, unless it is brought back to where it was. */
export const createPage = action(async (actor, { portalProductId, input, restored }: NewPage) => {
  const page = await control().together(async (inside) => {
    const made = await inside.portals.pages.create(actor, portalProductId, input);
    if (restored) await putBack(inside, actor, portalProductId, restored, made.productPageId);
    return made;
  });
  refresh();
  return page;
});

export const updatePage = action(
  async (actor, props: { portalProductId: string; productPageId: string; input: ProductPageInput }) => {
    const { portalProductId, productPageId, input } = props;
    const page = await control().portals.pages.update(actor, portalProductId, productPageId, input);
    refresh();
    return page;
  },
);

export const deletePage = action(
  async (actor, { portalProductId, productPageId }: { portalProductId: string; productPageId: string }) => {
    await control().portals.pages.delete(actor, portalProductId, productPageId);
    refresh();
    return { productPageId };
  },
);

/** Several at once, all or none; at the end of the section of that name, which is made if need be, or as drafts. */
export const addEndpoints = action(
  async (
    actor,
    props: { portalProductId: string; endpoints: EndpointPageInput[]; sectionName: string | null },
  ) => {
    const { portalProductId, endpoints, sectionName } = props;
    const pages = await control().together(async ({ portals }) => {
      const made = [];
      for (const endpoint of endpoints)
        made.push(await portals.endpointPages.create(actor, portalProductId, endpoint));
      if (sectionName === null) return made;
      const { displayOrder } = await portals.products.get(actor, portalProductId);
      const ids = made.map(({ productRestEndpointPageId }) => productRestEndpointPageId);
      await portals.products.update(actor, portalProductId, {
        displayOrder: appendToSection(displayOrder, sectionName, ids),
      });
      return made;
    });
    refresh();
    return pages;
  },
);

export const updateEndpoint = action(
  async (
    actor,
    props: { portalProductId: string; productRestEndpointPageId: string; input: EndpointPageUpdate },
  ) => {
    const { portalProductId, productRestEndpointPageId, input } = props;
    const { endpointPages } = control().portals;
    const page = await endpointPages.update(actor, portalProductId, productRestEndpointPageId, input);
    refresh();
    return page;
  },
);

export const deleteEndpoint = action(
  async (actor, props: { portalProductId: string; productRestEndpointPageId: string }) => {
    const { portalProductId, productRestEndpointPageId } = props;
    await control().portals.endpointPages.delete(actor, portalProductId, productRestEndpointPageId);
    refresh();
    return { productRestEndpointPageId };
  },
);

export const restoreEndpoint = action(
  async (
    actor,
    props: {
      portalProductId: string;
      input: EndpointPageInput;
      restored: { id: string; displayOrder: DisplayOrder };
    },
  ) => {
    const { portalProductId, input, restored } = props;
    const page = await control().together(async (inside) => {
      const made = await inside.portals.endpointPages.create(actor, portalProductId, input);
      await putBack(inside, actor, portalProductId, restored, made.productRestEndpointPageId);
      return made;
    });
    refresh();
    return page;
  },
);

/** The methods that a stage serves, for choosing among them. */
export const stageMethods = action(
  async (actor, { restApiId, stageName }: { restApiId: string; stageName: string }) => {
    const { stages, deployments } = control();
    const { deploymentId } = await stages.get(actor, restApiId, stageName);
    const methods = await deployments.methods(actor, restApiId, deploymentId);
    return methods.map(({ path, httpMethod }) => ({ path, method: httpMethod }));
  },
);

export const putSharingPolicy = action(
  async (actor, props: { portalProductId: string; policyDocument: string }) => {
    await control().portals.products.putSharingPolicy(actor, props.portalProductId, props.policyDocument);
    refresh();
    return props;
  },
);

export const deleteSharingPolicy = action(async (actor, { portalProductId }: { portalProductId: string }) => {
  await control().portals.products.deleteSharingPolicy(actor, portalProductId);
  refresh();
  return { portalProductId };
});

const putBack = (
  { portals }: Control,
  actor: Actor,
  portalProductId: string,
  { id, displayOrder }: { id: string; displayOrder: DisplayOrder },
  newId: string,
) => portals.products.update(actor, portalProductId, { displayOrder: replaceId(displayOrder, id, newId) });
