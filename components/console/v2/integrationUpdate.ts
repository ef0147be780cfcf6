import type { Integration, IntegrationInput } from '@/lib/model/v2/integration';

type Texts = Record<string, string>;

/** What a new integration has, when an update does not say it. */
const AWS_TIMEOUT = 30_000;

/**
 * V2's update merges: what a person took away is said by an empty text, of a status code by an empty map
 * (reference/control-plane.md section 6).
 */
export function integrationUpdate(before: Integration, after: IntegrationInput): Partial<IntegrationInput> {
  return {
    ...after,
    integrationUri: after.integrationUri ?? '',
    integrationMethod: after.integrationMethod ?? '',
    integrationSubtype: after.integrationSubtype ?? '',
    credentialsArn: after.credentialsArn ?? '',
    connectionType: after.connectionType ?? 'INTERNET',
    connectionId: after.connectionId ?? '',
    description: after.description ?? '',
    payloadFormatVersion: after.payloadFormatVersion ?? '1.0',
    timeoutInMillis: after.timeoutInMillis ?? AWS_TIMEOUT,
    tlsConfig: { serverNameToVerify: after.tlsConfig?.serverNameToVerify ?? '' },
    requestParameters: mapUpdate(before.requestParameters, after.requestParameters),
    responseParameters: responseUpdate(before.responseParameters, after.responseParameters),
  };
}

function mapUpdate(before: Texts = {}, after: Texts = {}): Texts {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return { ...after, ...Object.fromEntries(gone.map((key) => [key, ''])) };
}

function responseUpdate(
  before: Record<string, Texts> = {},
  after: Record<string, Texts> = {},
): Record<string, Texts> {
  const codes = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...codes].map((code) => {
      const texts = after[code];
      const isGone = texts === undefined || Object.keys(texts).length === 0;
      return [code, isGone ? {} : mapUpdate(before[code], texts)];
    }),
  );
}

/** An integration as a form edits it: without what is AWS's to say. */
export function integrationInputOf(integration: Integration): IntegrationInput {
  const {
    integrationId: _id,
    apiGatewayManaged: _managed,
    integrationResponseSelectionExpression: _selection,
    ...input
  } = integration;
  return input;
}
