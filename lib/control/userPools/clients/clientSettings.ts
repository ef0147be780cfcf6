import type { z } from 'zod';
import type { ResourceServer } from '@/lib/model/userPool';
import { userPoolClientInput } from '@/lib/model/userPool';
import { badRequest, parse } from '../../parse';
import { customScopes, standardScopes } from '../scopes';

export type ClientSettings = z.output<typeof userPoolClientInput>;

/** @throws ControlError BadRequestException: also for what would leave a flow or a scope without effect */
export function clientSettings(input: unknown, servers: readonly ResourceServer[]): ClientSettings {
  const settings = parse(userPoolClientInput, input);
  const { callbackUrls, logoutUrls, allowedOAuthFlows, allowedOAuthScopes, generateSecret } = settings;
  const wrong = [...callbackUrls.map(refused('callbackUrls')), ...logoutUrls.map(refused('logoutUrls'))];
  if (allowedOAuthFlows.includes('client_credentials') && !generateSecret)
    wrong.push({ field: 'generateSecret', message: 'client_credentials flow requires a client secret' });
  const known = new Set<string>([...standardScopes, ...customScopes(servers)]);
  for (const scope of allowedOAuthScopes)
    if (!known.has(scope))
      wrong.push({
        field: 'allowedOAuthScopes',
        message: `Scope ${scope} is of no resource server of this pool`,
      });
  const found = wrong.filter((each) => each !== null);
  if (found.length > 0) throw badRequest(...found);
  return settings;
}

/**
 * AWS's rule for addresses that a browser is sent to: https, http on this machine alone, or an app's own scheme;
 * no fragment. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html
 */
function refused(field: string) {
  return (address: string) => {
    const { protocol, hostname, hash } = new URL(address);
    if (hash || address.endsWith('#')) return { field, message: `${address} has a fragment` };
    if (scripts.has(protocol)) return { field, message: `${address} leads to no app` };
    if (protocol !== 'http:' || local.has(hostname) || hostname.endsWith('.localhost')) return null;
    return { field, message: `${address} is not https; http is for localhost alone` };
  };
}

const scripts = new Set(['javascript:', 'vbscript:', 'data:', 'blob:', 'file:', 'about:']);
const local = new Set(['localhost', '127.0.0.1', '[::1]']);
