import { ControlError } from '@/lib/model/ControlError';
import type { PortalSdk } from '@/lib/model/portal';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { sdkTypes } from '@/lib/model/sdkType';
import { easiestOperation } from '@/lib/sdk/easiestOperation';
import { readSdkApi } from '@/lib/sdk/readSdkApi';
import { sdkSamples } from '@/lib/sdk/sdkSample';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runRead } from '../operation';
import { sdkBaseUrl, stageSdk } from '../restApis/stageSdk';
import { deployedDefinition, publishedProduct } from './publishedProducts';
import { sdkParameters } from './sdkParameters';

const visitor = { kind: 'visitor' } as const;

/**
 * The clients of a product and how each is used, for anybody who may see its page; none where there is nothing to
 * call, and none of HTTP and WebSocket APIs, for which AWS generates no clients either.
 */
export function sdks(context: ControlContext): Control['portal']['sdks'] {
  return (slug) =>
    runRead(context, visitor, async ({ db, ports }) => {
      const found = await publishedProduct(db, slug);
      if (found.kind !== 'REST') return [];
      const definition = await deployedDefinition(db, found);
      const baseUrl = sdkBaseUrl(ports.config, found.restApiId, found.stage.stageName);
      const api = readSdkApi(definition, baseUrl, ports.config.region);
      const operation = easiestOperation(api);
      if (!operation) return [];
      const needsKey = asksForKey(definition);
      return offered().flatMap(({ id, friendlyName, description, sample }): PortalSdk[] => {
        const fileName = fileNameOf(found.product.slug, id);
        const parameters = sdkParameters(found.product.slug);
        const shown = sample(api, { fileName, operation, needsKey, parameters });
        return [{ sdkType: id, friendlyName, description, fileName, ...shown }];
      });
    });
}

/** One of them, as a zip. */
export function sdk(context: ControlContext): Control['portal']['sdk'] {
  return (slug, sdkType) =>
    runRead(context, visitor, async ({ db, ports }) => {
      const found = await publishedProduct(db, slug);
      if (found.kind !== 'REST' || !offered().some(({ id }) => id === sdkType))
        throw new ControlError('NotFoundException', 'There is no client of this type');
      const parameters = sdkParameters(found.product.slug);
      const definition = await deployedDefinition(db, found);
      const body = await stageSdk(ports.config, found.stage, definition, { sdkType, parameters });
      return { fileName: fileNameOf(found.product.slug, sdkType), contentType: 'application/zip', body };
    });
}

/** All but Android's, which is Java's under other names. */
const offered = () =>
  sdkTypes.flatMap((type) => {
    const sample = sdkSamples[type.id];
    return sample ? [{ ...type, sample }] : [];
  });

const fileNameOf = (slug: string, sdkType: string) => `${slug}-${sdkType}.zip`;

const asksForKey = ({ resources }: RestApiDefinition) =>
  resources.some(({ resourceMethods }) =>
    Object.values(resourceMethods).some(({ apiKeyRequired }) => apiKeyRequired),
  );
