import { AwsError } from '../../AwsError';
import type { PatchOperation } from './patch';
import { REMOVE_PATH } from './stageMethodSettings';

const settings = (at: string, between: string) =>
  [
    `${at}/metrics/enabled, ${at}/logging/dataTrace, ${at}/logging/loglevel, `,
    [`${at}/throttling/burstLimit`, `${at}/throttling/rateLimit`, `${at}/caching/ttlInSeconds`].join(between),
    `, ${at}/caching/enabled, ${at}/caching/dataEncrypted, ${at}/caching/requireAuthorizationForCacheControl`,
    `, ${at}/caching/unauthorizedCacheControlHeaderStrategy`,
  ].join('');

/** As the service lists them, with the commas that it leaves out. */
const paths = [
  '/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId',
  '/accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format',
  settings(REMOVE_PATH, ''),
  settings('/*/*', ' '),
  '/variables/{variable_name}, /tracingEnabled',
].join(', ');

/** How AWS refuses an operation on a stage (reference/control-plane.md section 2). @param rule the path's own */
export function refuseStagePath(
  { op, path, from }: Pick<PatchOperation, 'op' | 'path' | 'from'>,
  rule?: { path: string },
): AwsError {
  return new AwsError('BadRequestException', messageOf(op, path, from, rule?.path));
}

function messageOf(op: string, path: string, from: string | undefined, rule: string | undefined): string {
  if (op === 'copy')
    return `Invalid copy operation with path: ${path} and from ${from ?? 'null'}. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]`;
  const isKnown = rule !== undefined && rule !== REMOVE_PATH;
  const isLog = path === '/accessLogSettings' || (path.startsWith('/accessLogSettings/') && !isKnown);
  if (isLog && op !== 'remove')
    return 'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]';
  // As recorded: what is removed and is no member is taken for a method's settings.
  const [, first = '', second = '', ...more] = path.split('/');
  if (op === 'remove' && first && second && more.length === 0)
    return `Cannot remove method setting ${first}/${second} because there is no method setting for this method `;
  if (isKnown && rule !== '/canarySettings') return `Invalid ${op} operation with path: ${path}`;
  return `Invalid method setting path: ${path}. Must be one of: [${paths}]`;
}
