import type { ApiIntegrationDocument } from '../../snapshot/apiTypes';
import type { HttpIntegration } from '../HttpIntegration';
import { compileProxyBackend } from './compileProxyBackend';

/** @throws Error naming what is wrong; nothing of it runs then */
export function compileHttpIntegration(document: ApiIntegrationDocument): HttpIntegration {
  const { integrationType } = document;
  if (integrationType === 'HTTP_PROXY') return compileProxyBackend(document);
  throw new Error(`integrationType ${integrationType} is not one of HTTP APIs`);
}
