import { read } from '../operation';
import type { ControlConfig } from '../ports';
import { PolicyBook, policyHolder } from './PolicyBook';
import { type ApiInvocation, readApiInvocations } from './readApiInvocations';

/** A function that an API calls and may not invoke: such calls are answered with 500. */
export interface Unpermitted {
  /** as the definition names it, with its version or alias */
  functionArn: string;
  /** `GET /pets`, `authorizer guard` */
  usedBy: string;
}

/**
 * Functions of this installation that the API's current definition names and whose policies do not let it call them.
 * A statement for one stage is enough: which stage is to have the method is not known yet.
 * @throws ControlError NotFoundException
 */
export const listUnpermitted = read(
  { name: 'GetPolicy', permission: 'viewer' },
  async (call, apiId: string): Promise<Unpermitted[]> => {
    const { config } = call.ports;
    if (config.awsOpen) return [];
    const { invocations, stageNames } = await readApiInvocations(call.db, apiId);
    const held = invocations.flatMap((invocation) => {
      const holder = policyHolder(config.accountId, invocation.functionArn);
      return holder ? [{ invocation, holder }] : [];
    });
    const policies = await PolicyBook.read(
      call,
      held.map(({ holder }) => holder.functionName),
    );
    const refused = held.filter(({ invocation, holder }) => {
      const answers = sourceArns(config, apiId, invocation, stageNames).map((sourceArn) =>
        policies.mayInvoke(holder, sourceArn),
      );
      return answers.every((answer) => answer === false);
    });
    return refused.map(({ invocation: { functionArn, usedBy } }) => ({ functionArn, usedBy }));
  },
);

function sourceArns(
  { region, accountId }: ControlConfig,
  apiId: string,
  { source }: ApiInvocation,
  stageNames: string[],
): string[] {
  return ['*', ...stageNames].map(
    (stageName) =>
      `arn:aws:execute-api:${region}:${accountId}:${apiId}/${source.replace('{stage}', stageName)}`,
  );
}
