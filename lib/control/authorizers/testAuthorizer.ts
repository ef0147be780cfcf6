import { z } from 'zod';
import { refusedByEngine } from '../deployments/refusedByEngine';
import { testRequest } from '../methods/testRequest';
import { read } from '../operation';
import { parse } from '../parse';
import { deploymentDocument } from '../publish/deploymentDocument';
import { definitionOf } from '../restApis/definitionOf';
import type { AuthorizersControl } from './AuthorizersControl';
import { findAuthorizer } from './authorizerRow';

const input = z.object({
  ...testRequest,
  additionalContext: z
    .record(z.string().regex(/^\w+(\.\w+)*$/, 'Not a name of $context'), z.string().max(10_240))
    .default({}),
});

/** Asks the undeployed authorizer. It calls the real function, so a viewer may not. */
export const testAuthorizer = read(
  { name: 'TestInvokeAuthorizer', permission: 'editor' },
  async (
    call,
    restApiId: string,
    authorizerId: string,
    unparsed: Parameters<AuthorizersControl['test']>[3],
  ) => {
    const { stageVariables: variables, ...request } = parse(input, unparsed);
    const definition = await definitionOf(call, restApiId);
    const authorizers = [await findAuthorizer(call.db, restApiId, authorizerId)];
    // The authorizer alone: no method's fault is in its way.
    const alone = { ...definition, resources: [], authorizers };
    const deployment = deploymentDocument('test-invoke', restApiId, alone);
    const stageName = 'test-invoke-stage';
    return call.ports
      .testAuthorizer({ deployment, authorizerId, stageName, variables, ...request })
      .catch((error: unknown) => Promise.reject(refusedByEngine(error, deployment)));
  },
);
