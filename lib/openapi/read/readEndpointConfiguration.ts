import type { Reading } from './Reading';

const extension = 'x-amazon-apigateway-endpoint-configuration';

/** AWS writes it at the root of Swagger 2.0 and at the server of OpenAPI 3. */
export function readEndpointConfiguration(reading: Reading): { disableExecuteApiEndpoint?: true } {
  const servers = reading.root.child('servers');
  const [server] = servers?.child('0')?.child(extension) ? reading.list(servers) : [];
  const nodes = [reading.root.child(extension), server && reading.object(server).get(extension)];
  const flags = nodes.map((node) => reading.flag(reading.object(node).get('disableExecuteApiEndpoint')));
  return flags.includes(true) ? { disableExecuteApiEndpoint: true } : {};
}
