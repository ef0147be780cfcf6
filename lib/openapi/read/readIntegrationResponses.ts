import { type IntegrationResponse, integrationResponse } from '@/lib/model/integration';
import type { SourceNode } from '../source/SourceNode';
import { defined } from './defined';
import type { Reading } from './Reading';

/**
 * `responses` of an integration: pattern -> response, `default` or an empty one for what
 * matches none. AWS keys integration
 * responses by status code, so of two that give the same code the first stays.
 */
export function readIntegrationResponses(
  reading: Reading,
  node: SourceNode | undefined,
): Record<string, IntegrationResponse> {
  const responses: Record<string, IntegrationResponse> = {};
  for (const [pattern, child] of reading.object(node)) {
    const response = readResponse(reading, pattern, child);
    if (!response) continue;
    if (Object.hasOwn(responses, response.statusCode)) {
      const code = response.statusCode;
      reading.warn(
        child,
        `Another integration response gives status code ${code} already; this one is not kept.`,
      );
    } else responses[response.statusCode] = response;
  }
  return responses;
}

const headerTarget = /^method\.response\.header\.[A-Za-z0-9._$-]+$/;

function readResponse(reading: Reading, pattern: string, node: SourceNode): IntegrationResponse | undefined {
  const fields = reading.object(node);
  const statusCode = fields.get('statusCode');
  if (!statusCode) return reading.refuse(node, 'An integration response needs "statusCode".');
  const responseParameters = reading.textMap(fields.get('responseParameters'));
  for (const key of Object.keys(responseParameters))
    if (!headerTarget.test(key))
      reading.refuse(
        fields.get('responseParameters')?.child(key) ?? node,
        'Invalid mapping expression: use method.response.header.Name',
      );
  const value = {
    statusCode: reading.text(statusCode) ?? '',
    ...(pattern !== 'default' && pattern !== '' && { selectionPattern: pattern }),
    responseParameters,
    responseTemplates: reading.textMap(fields.get('responseTemplates')),
    ...defined({ contentHandling: reading.text(fields.get('contentHandling'))?.toUpperCase() }),
  };
  return reading.check(integrationResponse, value, node);
}
