import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { autoDeploy } from './autoDeploy';
import { lockApi } from './findApi';
import { routePart } from './routePart';
import { changePart } from './writePart';

export const deleteRequestParameter = write(
  { name: 'DeleteRouteRequestParameter', permission: 'editor' },
  async (call, apiId: string, routeId: string, requestParameterKey: string) => {
    const api = await lockApi(call, apiId);
    await changePart(
      routePart,
      { call, api, parentId: '' },
      routeId,
      ({ requestParameters = {}, ...route }) => {
        const { [requestParameterKey]: gone, ...left } = requestParameters;
        if (!gone) throw new ControlError('NotFoundException', 'Invalid request parameter key specified');
        return { ...route, requestParameters: left };
      },
    );
    await autoDeploy(call, api);
  },
);
