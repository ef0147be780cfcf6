import type { CataloguePage } from '@/lib/model/portal';

/** HTTP APIs know no keys; a WebSocket API may ask for one at connect. */
export const hasPlans = ({ kind, socket, plans }: CataloguePage): boolean =>
  kind === 'REST' || plans.length > 0 || socket?.connect.apiKeyRequired === true;
