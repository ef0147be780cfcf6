/** One authorizer's page; without a name the page that makes one. */
export const authorizerHref = (restApiId: string, authorizerId?: string) =>
  authorizerId
    ? `/console/apis/${restApiId}/authorizers/${authorizerId}`
    : `/console/apis/${restApiId}/authorizers?create=1`;

export const authorizersHref = (restApiId: string) => `/console/apis/${restApiId}/authorizers`;
