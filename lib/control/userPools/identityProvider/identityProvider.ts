import { IdentityProviderError } from '@/lib/model/IdentityProviderError';
import type { Actor } from '@/lib/model/role';
import type { ControlContext } from '../../ControlContext';
import type { Control } from '../../control';
import { databaseRefusal } from '../../databaseRefusal';
import { permit } from '../../permission';
import { changePassword, getUser, globalSignOut } from './account';
import { adminInitiateAuth } from './adminInitiateAuth';
import { confirmSignUp, forgotPassword, resendConfirmationCode } from './confirmSignUp';
import { initiateAuth } from './initiateAuth';
import type { ProviderCall } from './ProviderCall';
import { asCognitoSays } from './refusals';
import { adminRespondToAuthChallenge, respondToAuthChallenge } from './respondToAuthChallenge';
import { revokeToken } from './revokeToken';
import { signUpByCall } from './signUp';

type Work = (call: ProviderCall) => Promise<Record<string, unknown>>;

const unsigned = new Map<string, Work>(
  Object.entries({
    SignUp: signUpByCall,
    ConfirmSignUp: confirmSignUp,
    ResendConfirmationCode: resendConfirmationCode,
    ForgotPassword: forgotPassword,
    InitiateAuth: initiateAuth,
    RespondToAuthChallenge: respondToAuthChallenge,
    GetUser: getUser,
    ChangePassword: changePassword,
    GlobalSignOut: globalSignOut,
    RevokeToken: revokeToken,
  }),
);
const signed = new Map<string, Work>(
  Object.entries({
    AdminInitiateAuth: adminInitiateAuth,
    AdminRespondToAuthChallenge: adminRespondToAuthChallenge,
  }),
);

type Means = Pick<ProviderCall, 'passwords' | 'signIn' | 'signUp'>;
const visitor: Actor = { kind: 'visitor' };

/** The calls that Cognito takes without a signature. @throws IdentityProviderError */
export function identityProvider(
  context: ControlContext,
  means: Means,
): Control['userPools']['identityProvider'] {
  return (call) => answer(unsigned, { ...means, ...call, context, actor: visitor });
}

/** The sign-in that a server asks for in a person's name. @throws IdentityProviderError, ControlError */
export function administeredSignIn(
  context: ControlContext,
  means: Means,
): Control['userPools']['administeredSignIn'] {
  return async (actor, call) => {
    permit(actor, 'editor', 'AdminInitiateAuth');
    return answer(signed, { ...means, ...call, context, actor });
  };
}

async function answer(operations: ReadonlyMap<string, Work>, call: ProviderCall & { operation: string }) {
  const { operation } = call;
  const work = operations.get(operation);
  if (!work)
    throw new IdentityProviderError(
      'UnknownOperationException',
      `Unknown operation ${operation.slice(0, 64)}`,
    );
  try {
    return await work(call);
  } catch (error) {
    throw asCognitoSays(databaseRefusal(error));
  }
}
