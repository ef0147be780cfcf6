import { apiStageUrl } from '../apis/toApi';
import type { ReadCall } from '../ControlContext';
import { toStage } from '../stages/findStage';
import { deployedDefinition, type PublishedProduct } from './publishedProducts';
import { readerUrl } from './readerUrl';

/** What stands in front of the paths of a product's stage. */
export async function publishedUrl({ db, ports }: ReadCall, found: PublishedProduct): Promise<string> {
  const { stageName } = found.stage;
  if (found.kind === 'REST') {
    const { disableExecuteApiEndpoint } = await deployedDefinition(db, found);
    const { invokeUrl } = toStage(found.stage, ports.config);
    return readerUrl(db, { apiId: found.restApiId, stageName, invokeUrl, disableExecuteApiEndpoint });
  }
  const { apiId, settings } = found.api;
  const { disableExecuteApiEndpoint } = settings;
  const invokeUrl = apiStageUrl(ports.config, found.api, stageName);
  return readerUrl(db, { apiId, stageName, invokeUrl, disableExecuteApiEndpoint });
}
