import { z } from 'zod';
import { ControlError } from '@/lib/model/ControlError';
import type { TestInvokeInput } from '../control';
import { refusedByEngine } from '../deployments/refusedByEngine';
import { read } from '../operation';
import { parse } from '../parse';
import { deploymentDocument } from '../publish/deploymentDocument';
import { definitionOf } from '../restApis/definitionOf';
import { testRequest } from './testRequest';

const input = z.object({
  restApiId: z.string(),
  resourceId: z.string(),
  httpMethod: z.string(),
  ...testRequest,
});

/**
 * Runs the undeployed method in the production pipeline. It calls the real backend, so a viewer may not. As on
 * AWS the stage is called `test-invoke-stage`, and keys and throttles are not asked.
 */
export const testInvoke = read(
  { name: 'TestInvokeMethod', permission: 'editor' },
  async (call, unparsed: TestInvokeInput) => {
    const { restApiId, stageVariables: variables, ...request } = parse(input, unparsed);
    const definition = await definitionOf(call, restApiId);
    // The tested resource alone: the pipeline is told which one, and an API may have thousands.
    const resources = definition.resources.filter(({ id }) => id === request.resourceId);
    const verbs = resources[0]?.resourceMethods;
    const method = verbs?.[request.httpMethod] ?? verbs?.ANY;
    if (!resources[0]) throw new ControlError('NotFoundException', 'Invalid Resource identifier specified');
    if (!method) throw new ControlError('NotFoundException', 'Invalid Method identifier specified');
    if (!method.methodIntegration)
      throw new ControlError('BadRequestException', 'No integration defined for method');
    const deployment = deploymentDocument('test-invoke', restApiId, { ...definition, resources });
    const stageName = 'test-invoke-stage';
    return call.ports
      .testInvoke({ deployment, stageName, variables, ...request })
      .catch((error: unknown) => Promise.reject(refusedByEngine(error, deployment)));
  },
);
