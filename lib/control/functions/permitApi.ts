import { compileFunctionPermissions } from '@gatehouse/gateway/identity';
import type { Actor } from '@/lib/model/role';
import type { ControlContext, ReadCall, WriteCall } from '../ControlContext';
import { runRead, runWrite } from '../operation';
import { permit } from '../permission';
import { findVersion, lockFunction } from './findFunction';
import { functionArn } from './functionRow';
import { PolicyBook, type PolicyHolder, policyHolder } from './PolicyBook';
import { insertPermission, readPermissions } from './permissions';
import { findAnyApi } from './readApiInvocations';

const OPERATION = 'AddPermission';

/**
 * Lets an API invoke functions: each whose policy does not do so for the whole API gets one statement for the whole
 * API, so that no number of methods fills a policy. ARNs of other accounts are left out. Again: does nothing.
 * @throws ControlError NotFoundException for an API or a function, version or alias that is not there
 */
export const permitApi =
  (context: ControlContext) =>
  async (actor: Actor, apiId: string, functionArns: string[]): Promise<void> => {
    permit(actor, 'editor', OPERATION);
    const wanted = await runRead(context, actor, (call) => missing(call, apiId, functionArns));
    if (wanted.length === 0) return;
    await runWrite(context, actor, OPERATION, async (call) => {
      for (const holder of wanted) await addStatement(call, apiId, holder);
    });
  };

async function missing(call: ReadCall, apiId: string, functionArns: string[]): Promise<PolicyHolder[]> {
  await findAnyApi(call.db, apiId);
  const { accountId } = call.ports.config;
  const byKey = new Map<string, PolicyHolder>();
  for (const functionArn of functionArns) {
    const holder = policyHolder(accountId, functionArn);
    if (holder) byKey.set(`${holder.functionName}:${holder.qualifier}`, holder);
  }
  // In one order, so that two who permit at once do not wait for each other.
  const holders = [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
  for (const { functionName, qualifier } of holders)
    await findVersion(call, functionName, qualifier || undefined);
  const policies = await PolicyBook.read(
    call,
    holders.map(({ functionName }) => functionName),
  );
  return holders.filter((holder) => !policies.mayInvoke(holder, wholeApi(call, apiId)));
}

/** As a value it is what no narrower statement fits. */
const wholeApi = ({ ports: { config } }: ReadCall, apiId: string) =>
  `arn:aws:execute-api:${config.region}:${config.accountId}:${apiId}/*`;

async function addStatement(call: WriteCall, apiId: string, holder: PolicyHolder): Promise<void> {
  const { functionName, qualifier } = holder;
  await lockFunction(call, functionName);
  const sourceArn = wholeApi(call, apiId);
  const { config } = call.ports;
  const there = await readPermissions(call, functionName, qualifier);
  // Somebody else did it meanwhile.
  if (compileFunctionPermissions(there, config.accountId)(sourceArn))
    return call.audit(functionArn(config, functionName, qualifier || undefined), { sourceArn });
  const taken = new Set(there.map(({ Sid }) => Sid));
  const permission = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com', sourceArn };
  const statementId = freeId(`apigateway-${apiId}`, taken);
  await insertPermission(call, functionName, qualifier || undefined, { ...permission, statementId });
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let statementId = wanted;
  for (let number = 2; taken.has(statementId); number += 1) statementId = `${wanted}-${number}`;
  return statementId;
}
