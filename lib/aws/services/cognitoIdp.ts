import { jsonProtocol } from '../protocols/jsonProtocol';
import type { Operation, Service } from '../Service';

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

export const cognitoIdp: Service = {
  name: 'cognito-idp',
  protocol: jsonProtocol,
  operations: new Map(UNSIGNED.map((name) => [name, byTheControlPlane])),
};
