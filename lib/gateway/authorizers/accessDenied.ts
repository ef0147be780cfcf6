import { GatewayError } from '../GatewayError';

/** AWS's text where IAM or a resource policy decides: the account's last four digits are told, no more. */
export function accessDenied(
  who: string | undefined,
  arn: string,
  explicit: boolean,
  action = 'execute-api:Invoke',
): GatewayError {
  const [head, account = ''] = [arn.split(':').slice(0, 4).join(':'), arn.split(':')[4]];
  const rest = arn.split(':').slice(5).join(':');
  const hidden = `${head}:********${account.slice(-4)}:${rest}`;
  const subject = who === undefined ? 'User: anonymous' : `User: ${who}`;
  const end = explicit ? ' with an explicit deny' : '';
  const message = `${subject} is not authorized to perform: ${action} on resource: ${hidden}${end}`;
  return new GatewayError('ACCESS_DENIED', message, message);
}

/** AWS's text where a Lambda authorizer decides. */
export function accessDeniedByAuthorizer(explicit: boolean): GatewayError {
  const end = explicit ? ' with an explicit deny in an identity-based policy' : '';
  const message = `User is not authorized to access this resource${end}`;
  return new GatewayError('ACCESS_DENIED', message, message);
}
