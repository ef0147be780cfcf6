import { FunctionUnreachable } from '@gatehouse/gateway/ports';
import type { ControlPorts, Secrets } from '@/lib/control/ports';
import { CodeStore } from '@/lib/functions/CodeStore';
import { FunctionClient } from '@/lib/functions/FunctionClient';
import type { Config } from '../config';
import { functionFolder, functionSocket } from './functionFolder';
import { writeFunctions } from './publishedFunctions';

/** Longer than a function may run. */
const LONGEST_CALL = 15 * 60_000 + 15_000;

type FunctionPorts = Pick<
  ControlPorts,
  'missingFunctionCode' | 'storeFunctionCode' | 'publishFunctions' | 'invokeFunction'
>;

/** The control plane's way to the function host: files that it reads, and its socket. */
export function functionPorts(config: Config, secrets: Secrets): FunctionPorts {
  const code = new CodeStore(functionFolder(config));
  const client = new FunctionClient(functionSocket(config));
  return {
    missingFunctionCode: (sha256s) => code.missing(sha256s),
    storeFunctionCode: (sha256, zip) => code.put(sha256, zip),
    publishFunctions: async (functions) => {
      await writeFunctions(config, secrets, functions);
      await client.reload().catch((error: unknown) => {
        // It is being started, and reads what was written when it is.
        if (!(error instanceof FunctionUnreachable)) throw error;
      });
    },
    invokeFunction: (call) => invoke(client, call),
  };
}

const invoke = async (
  client: FunctionClient,
  { functionArn, payload, invocationType, clientContext }: Parameters<ControlPorts['invokeFunction']>[0],
): ReturnType<ControlPorts['invokeFunction']> => {
  const answer = await client.call(
    {
      functionArn,
      payload: Buffer.from(payload),
      invocationType,
      timeoutInMillis: LONGEST_CALL,
      clientContext,
    },
    true,
  );
  const header = (name: string) => String(answer.headers[name] ?? '');
  return {
    status: answer.status,
    functionError: answer.functionError,
    payload: answer.payload.toString(),
    log: Buffer.from(header('x-amz-log-result'), 'base64').toString(),
    requestId: header('x-amzn-requestid'),
    executedVersion: header('x-amz-executed-version'),
    duration: Number(header('x-gatehouse-duration')),
  };
};
