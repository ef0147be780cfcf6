import type { ApiIntegrationDocument } from '../../snapshot/apiTypes';
import type { HttpIntegration } from '../HttpIntegration';
import { compileService } from '../services/compileService';
import { compileFunction } from './compileFunction';
import { compileProxyBackend } from './compileProxyBackend';

/** @throws Error naming what is wrong; nothing of it runs then */
export function compileHttpIntegration(document: ApiIntegrationDocument): HttpIntegration {
  const { integrationType, integrationSubtype, payloadFormatVersion } = document;
  const isFunction = integrationType === 'AWS_PROXY' && integrationSubtype === undefined;
  if (isFunction) return compileFunction(document);
  if (payloadFormatVersion === '2.0') throw new Error('payloadFormatVersion 2.0 is for functions');
  if (integrationType === 'AWS_PROXY') return compileService(document);
  if (integrationType === 'HTTP_PROXY') return compileProxyBackend(document);
  throw new Error(`integrationType ${integrationType} is not one of HTTP APIs`);
}
