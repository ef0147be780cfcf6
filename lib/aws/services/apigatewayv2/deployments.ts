import { z } from 'zod';
import type { Deployment } from '@/lib/model/v2/stage';
import type { OperationCall } from '../../Service';
import { given } from '../apigateway/given';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label } from './inputOf';
import { isoDate } from './isoDate';
import { paged } from './paged';

const changes = z.object({ description: z.string().max(1024).optional() });
const members = changes.extend({ stageName: z.string().optional() });

const address = (call: OperationCall) => [label(call, 'apiId'), label(call, 'deploymentId')] as const;

export const deployments: Runs = {
  CreateDeployment: async (call) => {
    const input = given(await bodyOf(call, members));
    const { deployments } = call.door.control.apis;
    return shape(await deployments.create(call.actor, label(call, 'apiId'), input));
  },
  GetDeployments: async (call) => {
    const all = await call.door.control.apis.deployments.list(call.actor, label(call, 'apiId'));
    return paged(call, all, ({ deploymentId }) => deploymentId, shape);
  },
  GetDeployment: async (call) =>
    shape(await call.door.control.apis.deployments.get(call.actor, ...address(call))),
  UpdateDeployment: async (call) => {
    const input = given(await bodyOf(call, changes));
    return shape(await call.door.control.apis.deployments.update(call.actor, ...address(call), input));
  },
  DeleteDeployment: (call) => call.door.control.apis.deployments.delete(call.actor, ...address(call)),
};

function shape({ createdDate, ...deployment }: Deployment) {
  return { ...deployment, createdDate: isoDate(createdDate) };
}
