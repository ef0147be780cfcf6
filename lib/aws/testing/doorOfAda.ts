/** The door on a real control plane and database, with one user `ada` and one function `who`; only the function host is played. */
import { beforeEach } from 'vitest';
import { createControl } from '@/lib/control/createControl';
import { credentialsOf } from '@/lib/control/identity/credentials';
import type { ControlPorts } from '@/lib/control/ports';
import { editor, type TestControl, testControl } from '@/lib/control/testControl';
import { createTestContext, testActor } from '@/lib/control/testing';
import type { FunctionOutcome } from '@/lib/model/function';
import { type AwsDoor, createAwsDoor } from '../createAwsDoor';
import type { DoorOptions } from '../DoorOptions';
import { type Key, type Sent, signedCall } from './signedCall';

export const administrator = testActor('administrator');
export const ADA = 'arn:aws:iam::000000000000:user/ada';
export const WHO = 'arn:aws:lambda:us-east-1:000000000000:function:who';
export const NOW = Date.UTC(2026, 0, 15, 12);
const SOURCE_IP = '192.0.2.7';

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
export const whoAmI: Sent = { headers: FORM, body: 'Action=GetCallerIdentity&Version=2011-06-15' };
export const invocation = (part: Sent = {}): Sent => ({
  path: '/2015-03-31/functions/who/invocations',
  body: '{"a":1}',
  ...part,
});

export interface DoorOfAda {
  kit: TestControl;
  /** ada's */
  key: Key;
  /** what the function host was asked */
  invoked: Parameters<ControlPorts['invokeFunction']>[0][];
  /** what it answers */
  outcome: FunctionOutcome;
  /** what was logged */
  errors: { message: string; detail: Record<string, unknown> }[];
  make(part?: Partial<DoorOptions>): AwsDoor;
  send(
    request: Request | Promise<Request>,
    door?: AwsDoor,
  ): Promise<{ status: number; headers: Headers; body: string }>;
  /** by ada, now, unless told otherwise */
  signed(service: string, sent: Sent, by?: Key, at?: number): Promise<Request>;
  /** A further policy of ada's. */
  allow(resource: string, more?: object): Promise<void>;
}

/** Call it at a file's top; its members are there when the tests run. */
export function doorOfAda(): DoorOfAda {
  const kit = testControl();
  const bench: DoorOfAda = {
    kit,
    key: { accessKeyId: '', secretAccessKey: '' },
    invoked: [],
    outcome: answered,
    errors: [],
    make: (part = {}) => createAwsDoor({ ...optionsOf(bench), ...part }),
    send: async (request, door = bench.make()) => {
      const answer = await door(await request, SOURCE_IP);
      return { status: answer.status, headers: answer.headers, body: await answer.text() };
    },
    signed: (service, sent, by = bench.key, at = NOW) => signedCall(service, by, sent, new Date(at)),
    allow: async (resource, more = {}) => {
      const statement = { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: resource, ...more };
      const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      const name = `p${Math.random().toString(36).slice(2)}`;
      await kit.control.identity.putUserPolicy(administrator, 'ada', name, document);
    },
  };
  beforeEach(() => fill(bench));
  return bench;
}

const answered: FunctionOutcome = {
  status: 200,
  payload: '{"hello":"ada"}',
  log: 'START\nEND\n',
  requestId: '8e3b2c1a-0000-4000-8000-000000000000',
  executedVersion: '$LATEST',
  duration: 3,
};

async function fill(bench: DoorOfAda): Promise<void> {
  Object.assign(bench, { invoked: [], errors: [], outcome: answered });
  const { identity, functions } = bench.kit.control;
  await identity.createUser(administrator, 'ada');
  bench.key = await identity.createAccessKey(administrator, 'ada');
  await functions.create(editor, {
    functionName: 'who',
    runtime: 'nodejs22.x',
    code: { inlineCode: 'export const handler = async () => 1;' },
  });
}

function optionsOf(bench: DoorOfAda): DoorOptions {
  const { kit } = bench;
  const context = createTestContext(kit.database, {
    secrets: kit.ports.secrets,
    now: () => NOW,
    invokeFunction: async (call) => {
      bench.invoked.push(call);
      return bench.outcome;
    },
  });
  return {
    control: createControl(context),
    credentials: credentialsOf(context),
    region: 'us-east-1',
    accountId: '000000000000',
    open: false,
    now: () => NOW,
    log: { error: (message, detail) => bench.errors.push({ message, detail }) },
  };
}
