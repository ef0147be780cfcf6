import { z } from 'zod';
import { type SdkTypeDescription, sdkTypes } from '@/lib/model/sdkType';
import { RestAnswer } from '../../protocols/restJsonProtocol';
import { found } from './found';
import { addressOf } from './inputOf';
import type { Runs } from './Runs';

const address = z
  .object({ restapi_id: z.string(), stage_name: z.string(), sdk_type: z.string() })
  .catchall(z.string());
const oneType = z.object({ sdktype_id: z.string() });

export const sdk: Runs = {
  GetSdk: async (call) => {
    const { restapi_id, stage_name, sdk_type, ...parameters } = addressOf(call, address);
    const input = { restApiId: restapi_id, stageName: stage_name, sdkType: sdk_type, parameters };
    const { fileName, contentType, body } = await call.door.control.restApis.sdk(call.actor, input);
    const contentDisposition = `attachment; filename="${fileName}"`;
    return new RestAnswer(
      200,
      { 'content-type': contentType, 'content-disposition': contentDisposition },
      body,
    );
  },
  // All of them on one page: AWS's clients know no position of this list.
  GetSdkTypes: async () => ({ item: sdkTypes }),
  GetSdkType: async (call): Promise<SdkTypeDescription> => {
    const { sdktype_id: id } = addressOf(call, oneType);
    return found(
      sdkTypes.find((type) => type.id === id),
      'Invalid SDK type identifier specified',
    );
  },
};
