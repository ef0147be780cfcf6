import { z } from 'zod';
import { productArn } from '@/lib/control/portals/portalArns';
import type { DisplayOrder, Product } from '@/lib/model/portalSite';
import type { Tags } from '@/lib/model/tag';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label, queryMembers } from './inputOf';
import { isoDate } from './isoDate';
import { ownProductId } from './ownAccount';
import { paged } from './paged';
import { pageArn, pageIdOf } from './productArn';

const members = z.object({
  displayName: z.string(),
  description: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
});
const order = z.object({
  overviewPageArn: z.string().optional(),
  productPageArns: z.array(z.string()).default([]),
  contents: z
    .array(z.object({ sectionName: z.string(), productRestEndpointPageArns: z.array(z.string()) }))
    .default([]),
});
const changes = members.omit({ tags: true }).extend({ displayOrder: order }).partial();
const owners = z.object({ resourceOwner: z.enum(['SELF', 'OTHER_ACCOUNTS']).optional() });
const policy = z.object({ policyDocument: z.string() });

/** What portals show; `displayOrder` names pages by their ARNs. */
export const portalProducts: Runs = {
  CreatePortalProduct: async (call) => {
    const input = await bodyOf(call, members);
    const made = await call.door.control.portals.products.create(call.actor, input);
    return shape(call, made, input.tags);
  },
  ListPortalProducts: async (call) => {
    const { resourceOwner = 'SELF' } = queryMembers(call, owners);
    // No other account shares this installation.
    const all = resourceOwner === 'SELF' ? await call.door.control.portals.products.list(call.actor) : [];
    const page = paged(
      call,
      all,
      ({ portalProductId }) => portalProductId,
      (product) => product,
    );
    const tags = await tagsOfAll(call, page.items);
    return { ...page, items: page.items.map((each) => summary(call, each, tags[arnOf(call, each)])) };
  },
  GetPortalProduct: async (call) => {
    const product = await call.door.control.portals.products.get(call.actor, ownProductId(call));
    return tagged(call, product);
  },
  UpdatePortalProduct: async (call) => {
    const id = label(call, 'portalProductId');
    const { displayOrder, ...rest } = await bodyOf(call, changes);
    const input = { ...rest, ...(displayOrder && { displayOrder: orderOfIds(call, id, displayOrder) }) };
    return tagged(call, await call.door.control.portals.products.update(call.actor, id, input));
  },
  DeletePortalProduct: (call) =>
    call.door.control.portals.products.delete(call.actor, label(call, 'portalProductId')),
  GetPortalProductSharingPolicy: async (call) => {
    const portalProductId = label(call, 'portalProductId');
    const policyDocument = await call.door.control.portals.products.sharingPolicy(
      call.actor,
      portalProductId,
    );
    if (policyDocument === undefined)
      throw new AwsError('NotFoundException', 'The portal product has no sharing policy');
    return { portalProductId, policyDocument };
  },
  PutPortalProductSharingPolicy: async (call) => {
    const { policyDocument } = await bodyOf(call, policy);
    const { products } = call.door.control.portals;
    await products.putSharingPolicy(call.actor, label(call, 'portalProductId'), policyDocument);
    return {};
  },
  DeletePortalProductSharingPolicy: (call) =>
    call.door.control.portals.products.deleteSharingPolicy(call.actor, label(call, 'portalProductId')),
};

const arnOf = ({ door }: OperationCall, { portalProductId }: Product) => productArn(door, portalProductId);

const tagsOfAll = (call: OperationCall, products: Product[]) =>
  call.door.control.tags.of(
    call.actor,
    products.map((product) => arnOf(call, product)),
  );

async function tagged(call: OperationCall, product: Product) {
  return shape(call, product, await call.door.control.tags.get(call.actor, arnOf(call, product)));
}

function summary(call: OperationCall, product: Product, tags: Tags = {}) {
  const { portalProductId, displayName, description, lastModified } = product;
  return {
    portalProductId,
    portalProductArn: arnOf(call, product),
    displayName,
    description,
    lastModified: isoDate(lastModified),
    tags,
  };
}

function shape(call: OperationCall, product: Product, tags?: Tags) {
  return { ...summary(call, product, tags), displayOrder: orderOfArns(call, product) };
}

function orderOfIds(call: OperationCall, id: string, wanted: z.output<typeof order>): DisplayOrder {
  const page = (arn: string) => pageIdOf(call, id, 'productpages', arn);
  const endpoint = (arn: string) => pageIdOf(call, id, 'productrestendpointpages', arn);
  return {
    ...(wanted.overviewPageArn !== undefined && { overviewPageId: page(wanted.overviewPageArn) }),
    productPageIds: wanted.productPageArns.map(page),
    contents: wanted.contents.map(({ sectionName, productRestEndpointPageArns }) => ({
      sectionName,
      productRestEndpointPageIds: productRestEndpointPageArns.map(endpoint),
    })),
  };
}

function orderOfArns(call: OperationCall, { portalProductId: id, displayOrder }: Product) {
  const page = (pageId: string) => pageArn(call, id, 'productpages', pageId);
  const endpoint = (pageId: string) => pageArn(call, id, 'productrestendpointpages', pageId);
  const { overviewPageId, productPageIds, contents } = displayOrder;
  return {
    ...(overviewPageId !== undefined && { overviewPageArn: page(overviewPageId) }),
    productPageArns: productPageIds.map(page),
    contents: contents.map(({ sectionName, productRestEndpointPageIds }) => ({
      sectionName,
      productRestEndpointPageArns: productRestEndpointPageIds.map(endpoint),
    })),
  };
}
