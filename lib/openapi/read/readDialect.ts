import type { Dialect } from '../dialect';
import type { Reading } from './Reading';

/** What the document says it is; refused when it is none of the three. */
export function readDialect(reading: Reading): Dialect | undefined {
  const { root } = reading;
  const members = reading.object(root);
  const node = members.get('swagger') ?? members.get('openapi');
  if (!node)
    return root.content instanceof Map
      ? reading.refuse(root, '"openapi" or "swagger" is missing.')
      : undefined;
  const version = reading.text(node);
  if (version === undefined) return undefined;
  if (node.segment === 'swagger' && version === '2.0') return 'swagger';
  if (node.segment === 'openapi' && /^3\.0(\.\d+)?$/.test(version)) return 'oas30';
  if (node.segment === 'openapi' && /^3\.1(\.\d+)?$/.test(version)) return 'oas31';
  return reading.refuse(
    node,
    `${node.segment} "${version.slice(0, 40)}" is not supported: use Swagger 2.0, OpenAPI 3.0 or OpenAPI 3.1.`,
  );
}
