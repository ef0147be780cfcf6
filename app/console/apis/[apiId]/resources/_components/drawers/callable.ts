import { invocationUri, invokedArn } from '@/components/console/functionUri';
import type { IntegrationRequestValue } from './boxValues';

/** Whether the gateway can call the function: by POST, and by the URI of the transfer mode. */
export function isCallable({ httpMethod, uri = '', responseTransferMode }: IntegrationRequestValue): boolean {
  const streams = uri.endsWith('/response-streaming-invocations');
  return httpMethod === 'POST' && streams === (responseTransferMode === 'STREAM');
}

/** The same call so that it can be made; the transfer mode decides. */
export function callable(value: IntegrationRequestValue): IntegrationRequestValue {
  const arn = invokedArn(value.uri ?? '');
  const streams = value.responseTransferMode === 'STREAM';
  return {
    ...value,
    httpMethod: 'POST',
    uri: arn === undefined ? value.uri : invocationUri(arn, streams),
  };
}
