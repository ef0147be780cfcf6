import type { ServerResponse } from 'node:http';
import type {
  DeploymentDocument,
  IntegrationDocument,
  MethodDocument,
  Snapshot,
  StageDocument,
} from '../snapshot/types';
import { type BackendRequest, createBackend, type TestBackend } from './createBackend';
import { createTestGateway, type TestGateway } from './createTestGateway';
import { deployment, integration, method, snapshot, stage } from './documents';
import type { Answer, SendOptions } from './sendRequest';

type Script = (request: BackendRequest, response: ServerResponse) => void;

/** What stands around the integration under test. */
export interface Around {
  /** template of its resource; `/x/{p}` */
  resource?: string;
  /** ANY */
  verb?: string;
  method?: Partial<MethodDocument>;
  deployment?: Partial<DeploymentDocument>;
  stage?: Partial<StageDocument>;
  snapshot?: Partial<Snapshot>;
}

interface Outcome extends Answer {
  /** what the backend was asked; undefined when it was not */
  seen: BackendRequest | undefined;
}

/** One method at a time: each `deploy` puts another integration behind the same gateway, before the same backend. */
export interface MethodUnderTest {
  gateway: TestGateway;
  backend: TestBackend;
  /** How the backend answers from now on. */
  answer(script: Script): void;
  deploy(part?: Partial<IntegrationDocument>, around?: Around): void;
  /** Deploys and calls it: by default POST /x/v. */
  run(part?: Partial<IntegrationDocument>, sent?: Sent, around?: Around): Promise<Outcome>;
  close(): Promise<void>;
}

export type Sent = Partial<SendOptions>;

const ok: Script = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end('{"from": "backend"}');
};

export async function methodUnderTest(): Promise<MethodUnderTest> {
  let script = ok;
  let revision = 0;
  const backend = await createBackend((request, response) => script(request, response));
  const gateway = await createTestGateway();
  const deploy: MethodUnderTest['deploy'] = (part = {}, around = {}) => {
    revision += 1;
    const deploymentId = `dep${revision}`;
    const forBackend = part.type === 'MOCK' ? {} : { httpMethod: 'POST', uri: `${backend.url}/base` };
    const document = integration({ type: 'HTTP', ...forBackend, ...part });
    const resources = {
      [around.resource ?? '/x/{p}']: [method(around.verb ?? 'ANY', document, around.method)],
    };
    gateway.gateway.apply(
      snapshot({
        revision,
        deployments: [deployment(resources, { deploymentId, ...around.deployment })],
        stages: [stage({ deploymentId, ...around.stage })],
        ...around.snapshot,
      }),
    );
  };
  return {
    gateway,
    backend,
    deploy,
    answer: (given) => {
      script = given;
    },
    run: async (part, { path = '/x/v', ...sent } = {}, around = {}) => {
      deploy(part, around);
      backend.requests.length = 0;
      const answer = await gateway.call(path, { method: 'POST', ...sent });
      return { ...answer, seen: backend.requests[0] };
    },
    close: async () => {
      await gateway.close();
      await backend.close();
    },
  };
}
