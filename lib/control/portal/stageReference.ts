import type { CataloguePage } from '@/lib/model/portal';
import type { ReadCall } from '../ControlContext';
import { withPublishedParts } from '../documentation/withPublishedParts';
import { type DefinitionSummary, summarizeApi, summarizeDefinition } from './definitionSummary';
import { httpReference } from './httpReference';
import {
  deployedApi,
  deployedDefinition,
  type PublishedApi,
  type PublishedProduct,
  type PublishedRestApi,
} from './publishedProducts';
import { publishedUrl } from './publishedUrl';
import { restDocument } from './restDocument';
import { socketReference } from './socketReference';

/** What readers of a whole stage are shown: the document of what it serves now. */
export interface StageReference {
  summary: DefinitionSummary;
  reference: Pick<CataloguePage, 'invokeUrl' | 'openapi' | 'socket'>;
}

export const stageReference = (call: ReadCall, found: PublishedProduct): Promise<StageReference> =>
  found.kind === 'REST' ? restReference(call, found) : apiReference(call, found);

async function restReference(call: ReadCall, found: PublishedRestApi): Promise<StageReference> {
  const { db } = call;
  const definition = await withPublishedParts(db, found.stage, await deployedDefinition(db, found));
  const invokeUrl = await publishedUrl(call, found);
  const openapi = restDocument(definition, found.restApiId, invokeUrl);
  return { summary: summarizeDefinition(definition), reference: { invokeUrl, openapi } };
}

/** Of an HTTP or a WebSocket API. */
async function apiReference(call: ReadCall, found: PublishedApi): Promise<StageReference> {
  const definition = await deployedApi(call.db, found);
  const invokeUrl = await publishedUrl(call, found);
  return {
    summary: summarizeApi(definition, found.api.settings.version),
    reference: {
      invokeUrl,
      ...(found.kind === 'HTTP'
        ? { openapi: httpReference(found, definition, invokeUrl) }
        : { socket: socketReference(definition) }),
    },
  };
}
