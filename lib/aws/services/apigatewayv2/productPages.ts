import { z } from 'zod';
import type { ProductPage } from '@/lib/model/portalSite';
import type { OperationCall } from '../../Service';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label } from './inputOf';
import { isoDate } from './isoDate';
import { ownProductId } from './ownAccount';
import { paged } from './paged';
import { pageArn } from './productArn';

const members = z.object({ displayContent: z.object({ title: z.string(), body: z.string() }) });
const changes = members.partial();
const address = (call: OperationCall) =>
  [label(call, 'portalProductId'), label(call, 'productPageId')] as const;

/** Pages of Markdown that belong to a product. */
export const productPages: Runs = {
  CreateProductPage: async (call) => {
    const { displayContent } = await bodyOf(call, members);
    const productId = label(call, 'portalProductId');
    return shape(call, await call.door.control.portals.pages.create(call.actor, productId, displayContent));
  },
  ListProductPages: async (call) => {
    const all = await call.door.control.portals.pages.list(call.actor, ownProductId(call));
    return paged(
      call,
      all,
      ({ productPageId }) => productPageId,
      (page) => summary(call, page),
    );
  },
  GetProductPage: async (call) => {
    const productPageId = label(call, 'productPageId');
    return shape(
      call,
      await call.door.control.portals.pages.get(call.actor, ownProductId(call), productPageId),
    );
  },
  UpdateProductPage: async (call) => {
    const { displayContent } = await bodyOf(call, changes);
    const { pages } = call.door.control.portals;
    const page = displayContent
      ? await pages.update(call.actor, ...address(call), displayContent)
      : await pages.get(call.actor, ...address(call));
    return shape(call, page);
  },
  DeleteProductPage: (call) => call.door.control.portals.pages.delete(call.actor, ...address(call)),
};

/** Of a list: without its body. */
function summary(call: OperationCall, { productPageId, title, lastModified }: ProductPage) {
  return {
    productPageId,
    productPageArn: pageArn(call, label(call, 'portalProductId'), 'productpages', productPageId),
    pageTitle: title,
    lastModified: isoDate(lastModified),
  };
}

function shape(call: OperationCall, page: ProductPage) {
  const { pageTitle: title, ...rest } = summary(call, page);
  return { ...rest, displayContent: { title, body: page.body } };
}
