import type { ApiIntegrationDocument } from '../../snapshot/apiTypes';
import type { HttpIntegration } from '../HttpIntegration';
import { compileFunction } from './compileFunction';
import { compileProxyBackend } from './compileProxyBackend';

/** @throws Error naming what is wrong; nothing of it runs then */
export function compileHttpIntegration(document: ApiIntegrationDocument): HttpIntegration {
  const { integrationType, payloadFormatVersion } = document;
  if (integrationType === 'AWS_PROXY') return compileFunction(document);
  if (integrationType !== 'HTTP_PROXY')
    throw new Error(`integrationType ${integrationType} is not one of HTTP APIs`);
  if (payloadFormatVersion === '2.0') throw new Error('payloadFormatVersion 2.0 is for functions');
  return compileProxyBackend(document);
}
