import type { SocketReference } from '@/lib/model/portal';
import type { SampleMessage } from './SocketClient';
import { exampleBody, routedMessage } from './sampleMessage';

/** A message for each route, and for each model of one that has several. */
export function messagesOf({ routes, routeSelectionExpression }: SocketReference): SampleMessage[] {
  return routes.flatMap(({ routeKey, requestModels }) => {
    if (requestModels.length === 0)
      return [{ label: routeKey, text: routedMessage(routeSelectionExpression, routeKey) }];
    return requestModels.map(({ name, schema }) => ({
      label: requestModels.length > 1 ? `${routeKey} · ${name}` : routeKey,
      text: routedMessage(routeSelectionExpression, routeKey, exampleBody(schema)),
    }));
  });
}
