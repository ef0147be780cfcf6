/** `x-amazon-apigateway-authtype` of an authorizer that has none of its own, as AWS exports it. */
export const defaultAuthType = (type: string) =>
  type.toLowerCase() === 'cognito_user_pools' ? 'cognito_user_pools' : 'custom';
