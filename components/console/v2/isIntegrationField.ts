const scalars = new Set([
  'integrationType',
  'integrationUri',
  'integrationMethod',
  'integrationSubtype',
  'payloadFormatVersion',
  'credentialsArn',
  'connectionId',
  'timeoutInMillis',
  'requestParameters',
  'responseParameters',
  'tlsConfig.serverNameToVerify',
]);

/** Whether HttpIntegrationFields shows at its place what was refused of `field`. */
export const isIntegrationField = (field: string): boolean =>
  scalars.has(field) || /^(requestParameters|responseParameters\.\d+)\./.test(field);
