import { z } from 'zod';
import type { EndpointOverrides, EndpointPage } from '@/lib/model/portalSite';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label, queryMembers } from './inputOf';
import { isoDate } from './isoDate';
import { ownProductId } from './ownAccount';
import { paged } from './paged';
import { pageArn } from './productArn';

const displayContent = z.object({
  none: z.object({}).optional(),
  overrides: z
    .object({
      body: z.string().optional(),
      endpoint: z.string().optional(),
      operationName: z.string().optional(),
    })
    .optional(),
});
const tryItState = z.enum(['ENABLED', 'DISABLED']);
const members = z.object({
  restEndpointIdentifier: z.object({
    identifierParts: z.object({
      restApiId: z.string(),
      stage: z.string(),
      path: z.string(),
      method: z.string(),
    }),
  }),
  displayContent: displayContent.optional(),
  tryItState: tryItState.optional(),
});
const changes = members.omit({ restEndpointIdentifier: true });
const raw = z.object({ includeRawDisplayContent: z.enum(['true', 'false']).optional() });

const address = (call: OperationCall) =>
  [label(call, 'portalProductId'), label(call, 'productRestEndpointPageId')] as const;

/** Pages about one method of one stage of a REST API. */
export const productRestEndpointPages: Runs = {
  CreateProductRestEndpointPage: async (call) => {
    const { restEndpointIdentifier, ...rest } = await bodyOf(call, members);
    const { stage: stageName, ...identifier } = restEndpointIdentifier.identifierParts;
    const made = await call.door.control.portals.endpointPages.create(
      call.actor,
      label(call, 'portalProductId'),
      { ...identifier, stageName, ...contentOf(rest) },
    );
    return shape(call, made);
  },
  ListProductRestEndpointPages: async (call) => {
    const all = await call.door.control.portals.endpointPages.list(call.actor, ownProductId(call));
    return paged(
      call,
      all,
      ({ productRestEndpointPageId }) => productRestEndpointPageId,
      (page) => summary(call, page),
    );
  },
  GetProductRestEndpointPage: async (call) => {
    const { includeRawDisplayContent } = queryMembers(call, raw);
    const [, pageId] = address(call);
    const page = await call.door.control.portals.endpointPages.get(call.actor, ownProductId(call), pageId);
    return {
      ...shape(call, page),
      ...(includeRawDisplayContent === 'true' && { rawDisplayContent: page.rawBody }),
    };
  },
  UpdateProductRestEndpointPage: async (call) => {
    const input = contentOf(await bodyOf(call, changes));
    return shape(
      call,
      await call.door.control.portals.endpointPages.update(call.actor, ...address(call), input),
    );
  },
  DeleteProductRestEndpointPage: (call) =>
    call.door.control.portals.endpointPages.delete(call.actor, ...address(call)),
};

/** `none`, AWS's word for no overrides, is null here. @throws AwsError BadRequestException for both or neither */
function contentOf({ displayContent: content, tryItState: state }: z.output<typeof changes>): {
  overrides?: EndpointOverrides | null;
  tryItState?: z.output<typeof tryItState>;
} {
  const tryIt = state === undefined ? {} : { tryItState: state };
  if (!content) return tryIt;
  if ((content.none === undefined) === (content.overrides === undefined))
    throw new AwsError('BadRequestException', 'displayContent has either none or overrides');
  return { ...tryIt, overrides: content.overrides ? content.overrides : null };
}

function summary(call: OperationCall, page: EndpointPage) {
  const { restApiId, stageName: stage, path, method, operationName } = page;
  const { productRestEndpointPageId: pageId, statusMessage: message } = page;
  return {
    productRestEndpointPageId: pageId,
    productRestEndpointPageArn: pageArn(
      call,
      label(call, 'portalProductId'),
      'productrestendpointpages',
      pageId,
    ),
    restEndpointIdentifier: { identifierParts: { restApiId, stage, path, method } },
    endpoint: page.endpoint,
    ...(operationName !== undefined && { operationName }),
    status: page.status,
    ...(message !== undefined && { statusException: { exception: 'NotFoundException', message } }),
    tryItState: page.tryItState,
    lastModified: isoDate(page.lastModified),
  };
}

function shape(call: OperationCall, page: EndpointPage) {
  const { endpoint, operationName, ...rest } = summary(call, page);
  return {
    ...rest,
    displayContent: { endpoint, body: page.body, ...(operationName !== undefined && { operationName }) },
  };
}
