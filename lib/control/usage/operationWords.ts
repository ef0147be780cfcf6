/**
 * How a ranking names an operation: `GET /pets`, `GET $default`, `MESSAGE send`. Connections begin and end by routes
 * that say so in their keys.
 * @param verb of a WebSocket API: CONNECT, MESSAGE or DISCONNECT
 * @param path of an HTTP API: its route's; of a WebSocket API: the route key; '' when nothing matched
 */
export function operationWords(verb = '', path = ''): string {
  if (path === '') return verb === 'MESSAGE' ? 'No route matched' : 'No method matched';
  return verb === 'CONNECT' || verb === 'DISCONNECT' ? path : `${verb} ${path}`;
}
