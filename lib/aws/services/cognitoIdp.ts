import { jsonProtocol } from '../protocols/jsonProtocol';
import type { Operation, OperationCall, Service } from '../Service';
import { administeredSignIn } from './cognitoIdp/administeredSignIn';
import { clients } from './cognitoIdp/clients';
import { groups } from './cognitoIdp/groups';
import { inCognitoWords } from './cognitoIdp/inCognitoWords';
import { pools } from './cognitoIdp/pools';
import { resourceServers } from './cognitoIdp/resourceServers';
import { users } from './cognitoIdp/users';

/** What Cognito takes without a signature: the token, the password or the code in the call says who it is. */
const UNSIGNED = [
  'ChangePassword',
  'ConfirmSignUp',
  'ForgotPassword',
  'GetUser',
  'GlobalSignOut',
  'InitiateAuth',
  'ResendConfirmationCode',
  'RespondToAuthChallenge',
  'RevokeToken',
  'SignUp',
];

const byTheControlPlane: Operation = {
  action: 'unsigned',
  run: ({ operation, input, request: { sourceIp }, door }) =>
    door.control.userPools.identityProvider({ operation, input, sourceIp }),
};

const administration = Object.entries({
  ...pools,
  ...clients,
  ...users,
  ...groups,
  ...resourceServers,
  ...administeredSignIn,
});

/**
 * Sign-in by the unsigned calls, and the administration of pools by signed ones, as far as pools here go. A member of
 * AWS's that has no meaning here is refused by its name.
 */
export const cognitoIdp: Service = {
  name: 'cognito-idp',
  protocol: jsonProtocol,
  operations: new Map([
    ...UNSIGNED.map((name): [string, Operation] => [name, byTheControlPlane]),
    ...administration.map(([name, run]): [string, Operation] => [
      name,
      {
        action: `cognito-idp:${name}`,
        resource: poolArn,
        run: (call) => run(call).catch((error: unknown) => Promise.reject(inCognitoWords(error))),
      },
    ]),
  ]),
};

/** What is of no pool yet, or of all, is asked about as `*`. */
function poolArn({ input: { UserPoolId }, door }: OperationCall): string {
  if (typeof UserPoolId !== 'string') return '*';
  return `arn:aws:cognito-idp:${door.region}:${door.accountId}:userpool/${UserPoolId}`;
}
