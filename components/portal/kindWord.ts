import type { ProductKind } from '@/lib/model/portal';

/** As the catalogue names the kinds of APIs. */
export const kindWord: Record<ProductKind, string> = {
  REST: 'REST',
  HTTP: 'HTTP',
  WEBSOCKET: 'WebSocket',
};
