import type { FunctionCall, FunctionInvoker } from '../../ports';
import type { AccountDocument, ServicesDocument } from '../../snapshot/types';
import type { Backends } from '../../transport/BackendCall';
import { LambdaEndpoint } from './LambdaEndpoint';

/** Whose functions are on this machine, and how others are reached. */
interface Reach {
  account: Pick<AccountDocument, 'accountId'>;
  services: ServicesDocument;
}

/**
 * Functions of this machine first; one that is not there is asked for at the Lambda endpoint that is set, or at AWS
 * where there are credentials. Functions of other accounts are there only.
 * @param reach of the newest publication
 */
export function withFunctionsElsewhere(
  here: FunctionInvoker,
  backends: Backends,
  reach: () => Reach,
): FunctionInvoker {
  const inTurn = async <Answer extends { status: number }>(
    { functionArn }: FunctionCall,
    ask: (invoker: FunctionInvoker) => Promise<Answer>,
    discard: (answer: Answer) => void,
  ): Promise<Answer> => {
    const { account, services } = reach();
    const named = accountAndRegion(functionArn);
    if (!named || !(services.credentials || Object.hasOwn(services.endpoints, 'lambda'))) return ask(here);
    const elsewhere = new LambdaEndpoint(backends, services, named.region);
    if (named.accountId !== account.accountId) return ask(elsewhere);
    const answer = await ask(here);
    if (answer.status !== 404) return answer;
    discard(answer);
    return ask(elsewhere);
  };
  return {
    invoke: (call) =>
      inTurn(
        call,
        (invoker) => invoker.invoke(call),
        () => {},
      ),
    stream: (call) =>
      inTurn(
        call,
        (invoker) => invoker.stream(call),
        ({ body }) => body.destroy(),
      ),
  };
}

function accountAndRegion(arn: string): { region: string; accountId: string } | undefined {
  const [, region, accountId] = /^arn:aws[\w-]*:lambda:([\w-]+):(\d{12}):function:/.exec(arn) ?? [];
  return region && accountId ? { region, accountId } : undefined;
}
