import { codeSamples } from '@/components/portal/codeSamples';
import { type Operation, operations } from '@/components/portal/operations';

/**
 * A curl line for the simplest call of an OpenAPI document: GET before others, without path parameters before
 * with. Usage by key counts only calls that need one, so `keyed` keeps to those.
 */
export function firstCallLine(
  openapi: Record<string, unknown>,
  invokeUrl: string,
  keyed: boolean,
): string | undefined {
  const [first] = operations(openapi)
    .filter(({ needsKey }) => needsKey || !keyed)
    .sort((a, b) => effort(a) - effort(b));
  if (!first) return undefined;
  const url = invokeUrl + first.path.replaceAll(/\{[^}]*\}/g, '1');
  const [curl] = codeSamples({ method: first.method, url, credentials: first.credentials });
  return curl?.code;
}

const effort = ({ method, path, credentials }: Operation) =>
  (method === 'GET' ? 0 : 4) + (path.includes('{') ? 2 : 0) + credentials.length;
