import type { RequestListener } from 'node:http';
import { createHostedPages } from '@/lib/auth/userPools/createHostedPages';
import { PoolProviders } from '@/lib/auth/userPools/PoolProviders';
import { userPoolListener } from '@/lib/auth/userPools/userPoolListener';
import type { ControlContext } from '@/lib/control/ControlContext';
import type { Control } from '@/lib/control/control';
import type { Log } from '../log';
import { setHostedPages } from '../slot';
import { notingOutages } from './outages';

/** The pools' protocol before the pages, and for those the sign-ins that it leads to them. */
export function serveUserPools(
  { ports }: ControlContext,
  control: Control,
  log: Log,
  pages: RequestListener,
): RequestListener {
  const logFault = (message: string, fields: Record<string, unknown>) => log.error(message, fields);
  const providers = new PoolProviders(ports, logFault);
  setHostedPages(notingOutages(createHostedPages(providers, control)));
  return userPoolListener(providers, { publicUrl: ports.config.publicUrl, logFault }, pages);
}
