import { type Connection, invokeUrl } from './connect';

interface Method {
  authorizationType: string;
  apiKeyRequired?: boolean;
}
interface Resource {
  path: string;
  resourceMethods?: Record<string, Method>;
}
interface Candidate extends Method {
  verb: string;
  path: string;
}

/** A curl line for the easiest of the API's methods; undefined for an API without any. */
export async function exampleCall(
  connection: Connection,
  restApiId: string,
  stageName: string,
): Promise<string | undefined> {
  const resources = await connection.aws.list<Resource>(`/restapis/${restApiId}/resources`, {
    embed: 'methods',
  });
  const [easiest] = resources.flatMap(candidatesOf).sort((a, b) => effort(a) - effort(b));
  if (!easiest) return undefined;
  const { verb, path, apiKeyRequired } = easiest;
  const method = verb === 'GET' || verb === 'ANY' ? '' : `-X ${verb} `;
  const key = apiKeyRequired ? "-H 'x-api-key: THE_KEY' " : '';
  // A number is an id that most backends know.
  const target = path.replace(/\{[^}]*\}/g, '1');
  return `curl ${method}${key}${invokeUrl(connection, restApiId, stageName)}${target}`;
}

const candidatesOf = ({ path, resourceMethods = {} }: Resource): Candidate[] =>
  Object.entries(resourceMethods).map(([verb, method]) => ({ ...method, verb, path }));

/** What a caller must bring: a signature or token, a body, a key, the value of a parameter. */
function effort({ verb, path, authorizationType, apiKeyRequired }: Candidate): number {
  // The root is often a page about the API, and no call of it.
  const isRoot = path === '/';
  const verbs = ['GET', 'ANY', 'HEAD', 'OPTIONS'];
  const isGuarded = authorizationType !== 'NONE';
  const place = verbs.indexOf(verb);
  return (
    Number(isGuarded) * 1_000 +
    Number(apiKeyRequired ?? false) * 100 +
    (place < 0 ? verbs.length : place) * 20 +
    path.split('{').length * 2 +
    Number(isRoot)
  );
}
