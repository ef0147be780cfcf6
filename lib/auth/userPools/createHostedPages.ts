import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Interaction, Provider } from 'oidc-provider';
import type { Control } from '@/lib/control/control';
import { databaseRefusal } from '@/lib/control/databaseRefusal';
import { ControlError } from '@/lib/model/ControlError';
import type { PoolUser } from '@/lib/model/userPool';
import type { HostedOutcome, HostedPages, InteractionAt } from './HostedPages';
import type { PoolProviders } from './PoolProviders';

/** The hosted pages' side of a sign-in: the control plane tries the password, the provider goes on. */
export function createHostedPages(providers: PoolProviders, control: Control): HostedPages {
  const finish = async (open: OpenInteraction, user: PoolUser): Promise<HostedOutcome> => {
    if (user.status === 'FORCE_CHANGE_PASSWORD') return { newPasswordRequired: true };
    if (user.status === 'UNCONFIRMED')
      throw new ControlError('UnauthorizedException', 'User is not confirmed.');
    const { provider, request, response } = open;
    const login = { accountId: user.id, remember: true };
    return { goTo: await provider.interactionResult(request, response, { login }) };
  };
  /** The interaction is asked for first: nobody tries passwords here without having come from a client. */
  const having =
    <Input>(work: (at: InteractionAt, input: Input) => Promise<PoolUser>) =>
    (at: InteractionAt, input: Input) =>
      told(async () => {
        const open = await openInteraction(providers, at);
        if (open) return finish(open, await work(at, input));
        throw new ControlError(
          'NotFoundException',
          'This sign-in is over. Go back to the app and try again.',
        );
      });
  return {
    describe: (at) => told(() => describe(providers, control, at)),
    signIn: having(
      ({ userPoolId, sourceIp }, { username, password }: { username: string; password: string }) =>
        control.userPools.signIn({ userPoolId, username, password, sourceIp }),
    ),
    signUp: having(
      (
        { userPoolId, sourceIp },
        { username, email, password }: { username: string; email: string; password: string },
      ) => control.userPools.signUp({ userPoolId, username, email, password, sourceIp }),
    ),
    completeNewPassword: having(
      (
        { userPoolId, sourceIp },
        { username, password, newPassword }: { username: string; password: string; newPassword: string },
      ) => control.userPools.completeNewPassword({ userPoolId, username, password, newPassword, sourceIp }),
    ),
  };
}

/** A database that is away is told as the control plane's operations tell it. */
async function told<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    throw databaseRefusal(error);
  }
}

const system = { kind: 'system', reason: 'on a hosted page' } as const;

async function describe(providers: PoolProviders, control: Control, at: InteractionAt) {
  const open = await openInteraction(providers, at);
  if (!open) return null;
  const { client_id: clientId = '', login_hint: username = '' } = open.interaction.params;
  const { name, selfSignUp, passwordMinimumLength } = await control.userPools.get(system, at.userPoolId);
  const client = await open.provider.Client.find(clientId);
  return {
    poolName: name,
    clientName: client?.clientName ?? clientId,
    selfSignUp,
    passwordMinimumLength,
    username,
  };
}

interface OpenInteraction {
  provider: Provider;
  interaction: Interaction;
  request: IncomingMessage;
  response: ServerResponse;
}

/** By the browser's cookie alone; the address only says which one is meant. */
async function openInteraction(
  providers: PoolProviders,
  { userPoolId, uid, cookie }: InteractionAt,
): Promise<OpenInteraction | null> {
  const provider = await providers.of(userPoolId);
  if (!provider) return null;
  const request = new IncomingMessage(new Socket());
  request.headers.cookie = cookie;
  const response = new ServerResponse(request);
  try {
    const interaction = await provider.interactionDetails(request, response);
    return interaction.uid === uid ? { provider, interaction, request, response } : null;
  } catch (error) {
    if (error instanceof Error && error.name === 'SessionNotFound') return null;
    throw error;
  }
}
