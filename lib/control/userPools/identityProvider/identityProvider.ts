import { IdentityProviderError } from '@/lib/model/IdentityProviderError';
import type { ControlContext } from '../../ControlContext';
import type { Control } from '../../control';
import { databaseRefusal } from '../../databaseRefusal';
import { changePassword, getUser, globalSignOut } from './account';
import { confirmSignUp, forgotPassword, resendConfirmationCode } from './confirmSignUp';
import { initiateAuth } from './initiateAuth';
import type { ProviderCall } from './ProviderCall';
import { asCognitoSays } from './refusals';
import { respondToAuthChallenge } from './respondToAuthChallenge';
import { revokeToken } from './revokeToken';
import { signUpByCall } from './signUp';

const operations = new Map<string, (call: ProviderCall) => Promise<Record<string, unknown>>>(
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

/** The calls that Cognito takes without a signature. @throws IdentityProviderError */
export function identityProvider(
  context: ControlContext,
  means: Pick<ProviderCall, 'passwords' | 'signIn' | 'signUp'>,
): Control['userPools']['identityProvider'] {
  return async ({ operation, input, sourceIp }) => {
    const work = operations.get(operation);
    if (!work)
      throw new IdentityProviderError(
        'UnknownOperationException',
        `Unknown operation ${operation.slice(0, 64)}`,
      );
    try {
      return await work({ ...means, context, input, sourceIp });
    } catch (error) {
      throw asCognitoSays(databaseRefusal(error));
    }
  };
}
