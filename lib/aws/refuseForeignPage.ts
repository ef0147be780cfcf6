import { AwsError } from './AwsError';
import type { AwsRequest } from './AwsRequest';

const LOCAL = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * A door that asks for no signature is open to every program of this machine, but not to every page that its browser
 * shows: a page of elsewhere sends its Origin, and one that made its own name lead here (DNS rebinding) its Host.
 * @throws AwsError AccessDeniedException
 */
export function refuseForeignPage({ header }: AwsRequest): void {
  const origin = header('origin');
  const isLocalOrigin = origin === undefined || LOCAL.test(origin.replace(/^https?:\/\//, ''));
  if (isLocalOrigin && LOCAL.test(header('host') ?? '')) return;
  throw new AwsError('AccessDeniedException', 'Calls from pages of other hosts are refused', 403);
}
