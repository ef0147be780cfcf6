/** An HTTP API in front of a backend that tells what it was asked, through sockets. For tests. */
import type { FunctionCall } from '../ports';
import type {
  ApiDeploymentDocument,
  ApiDocument,
  ApiIntegrationDocument,
  ApiStageDocument,
} from '../snapshot/apiTypes';
import type { Snapshot } from '../snapshot/types';
import { apiIntegration, apiSnapshot, route } from './apiDocuments';
import { type BackendRequest, createBackend, type TestBackend } from './createBackend';
import { type CallOptions, createTestGateway, type TestGateway } from './createTestGateway';
import type { Answer } from './sendRequest';
import { type TestFunction, TestFunctions } from './TestFunctions';

export const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';

export interface HttpApiParts {
  /** route keys, each to `int1` */
  keys?: string[];
  deployment?: Partial<ApiDeploymentDocument>;
  /** of `int1`; its URI is the backend's root unless it says another, in which `BACKEND` stands for it */
  integration?: Partial<ApiIntegrationDocument>;
  api?: Partial<ApiDocument>;
  stage?: Partial<ApiStageDocument>;
  snapshot?: Partial<Snapshot>;
  functions?: Record<string, TestFunction>;
  /** which calls of functions their policies do not let in */
  refuses?: (call: FunctionCall) => boolean;
  answer?: Parameters<typeof createBackend>[0];
}

export interface HttpApiUnderTest extends TestGateway {
  backend: TestBackend;
  /** what serves, to be changed and applied again */
  snapshot: Snapshot;
  functions: TestFunctions;
  /** Calls a path of `api1`, with its stage if it names one. */
  get(path: string, options?: CallOptions): Promise<Answer>;
  /** what the backend was asked last */
  asked(): BackendRequest | undefined;
}

export async function startHttpApi(parts: HttpApiParts = {}): Promise<HttpApiUnderTest> {
  const backend = await createBackend(parts.answer ?? ((_request, response) => void response.end('backend')));
  const functions = new TestFunctions(parts.functions, parts.refuses);
  const { integrationUri = 'BACKEND/', ...rest } = parts.integration ?? {};
  const own = apiIntegration({ integrationUri: integrationUri.replace('BACKEND', backend.url), ...rest });
  const { keys = ['$default'] } = parts;
  const snapshot = apiSnapshot(
    { routes: keys.map((key) => route(key)), integrations: [own], ...parts.deployment },
    {
      ...(parts.api && { api: parts.api }),
      ...(parts.stage && { stage: parts.stage }),
      ...parts.snapshot,
    },
  );
  snapshot.account.egressAllowList = ['127.0.0.1'];
  const gateway = await createTestGateway(snapshot, { functions });
  return {
    ...gateway,
    backend,
    snapshot,
    functions,
    get: (path, options) => gateway.call(path, { stage: '', ...options }),
    asked: () => backend.requests.at(-1),
    close: async () => {
      await gateway.close();
      await backend.close();
    },
  };
}
