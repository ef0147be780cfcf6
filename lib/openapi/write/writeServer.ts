import type { ExportContext, Part } from './ExportContext';

/**
 * The address of a stage: `servers` with AWS's `basePath` variable, or `host`, `basePath` and `schemes`. For
 * readers OpenAPI 3 gets the plain URL, which every tool understands.
 * @param server url: absolute http(s) URL of the stage
 * @param extensions members of AWS's that OpenAPI 3 has at the server
 */
export function writeServer(
  { exportType, shown }: ExportContext,
  server: { url: string } | undefined,
  extensions: Part,
): Part {
  if (!server) return {};
  const { host, origin, pathname, protocol } = new URL(server.url);
  const basePath = pathname.replace(/\/$/, '');
  if (exportType === 'swagger')
    return { host, ...(basePath && { basePath }), schemes: [protocol.replace(':', '')] };
  if (shown.forReaders || !basePath) return { servers: [{ url: `${origin}${basePath}`, ...extensions }] };
  const variables = { basePath: { default: basePath.slice(1) } };
  return { servers: [{ url: `${origin}/{basePath}`, variables, ...extensions }] };
}
