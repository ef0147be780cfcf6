import type { webSocketApiTabs } from '@/components/console/places';

/** A tab of a WebSocket API. */
export const webSocketHref = (apiId: string, tab: (typeof webSocketApiTabs)[number]['path']): string =>
  `/console/websocket-apis/${apiId}/${tab}`;
