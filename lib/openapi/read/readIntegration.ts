import { type Integration, integration, integrationTypes } from '@/lib/model/integration';
import type { SourceNode } from '../source/SourceNode';
import { defined } from './defined';
import type { ImportContext } from './ImportContext';
import type { Reading } from './Reading';
import { readIntegrationResponses } from './readIntegrationResponses';

const types: readonly string[] = integrationTypes;

/**
 * `x-amazon-apigateway-integration`; undefined, and refused, when its type is none.
 * @param place of its method, e.g. resource '/pets' and method 'GET'
 */
export function readIntegration(
  { reading }: ImportContext,
  node: SourceNode,
  place: string,
): Integration | undefined {
  const fields = reading.object(node);
  const type = reading.text(fields.get('type'))?.toUpperCase();
  if (type !== undefined && types.includes(type)) return readMembers(reading, node, fields, { type, place });
  return reading.refuse(
    fields.get('type') ?? node,
    `"type" must be one of ${types.join(', ').toLowerCase()}.`,
  );
}

function readMembers(
  reading: Reading,
  node: SourceNode,
  fields: ReadonlyMap<string, SourceNode>,
  { type, place }: { type: string; place: string },
): Integration | undefined {
  const isService = type === 'AWS' || type === 'AWS_PROXY';
  const uri = type === 'MOCK' ? undefined : reading.filled(fields.get('uri'));
  const value = defined({
    type,
    httpMethod: upper(reading, fields.get('httpMethod')),
    credentials: reading.filled(fields.get('credentials')) || undefined,
    uri,
    requestParameters: targets(reading, fields.get('requestParameters'), place),
    requestTemplates: reading.textMap(fields.get('requestTemplates')),
    passthroughBehavior: upper(reading, fields.get('passthroughBehavior')),
    timeoutInMillis: whole(reading, fields.get('timeoutInMillis')),
    contentHandling: upper(reading, fields.get('contentHandling')),
    cacheNamespace: reading.text(fields.get('cacheNamespace')),
    cacheKeyParameters: listOrNone(reading, fields.get('cacheKeyParameters')),
    tlsConfig: readTlsConfig(reading, fields.get('tlsConfig')),
    connectionType: upper(reading, fields.get('connectionType')),
    connectionId: reading.text(fields.get('connectionId')),
    responseTransferMode: upper(reading, fields.get('responseTransferMode')),
  });
  const parsed = reading.check(integration, value, node);
  if (parsed?.connectionId)
    reading.note(`VPC link ${parsed.connectionId}`, fields.get('connectionId') ?? node);
  if (isService && uri) reading.note(`function ${uri}`, fields.get('uri') ?? node);
  const integrationResponses = readIntegrationResponses(reading, fields.get('responses'));
  return parsed && { ...parsed, integrationResponses };
}

type Node = SourceNode | undefined;

const upper = (reading: Reading, node: Node) => reading.text(node)?.toUpperCase();
const whole = (reading: Reading, node: Node) => (node ? reading.whole(node) : undefined);

/** AWS's exports hold an empty list where there is nothing to say. */
function listOrNone(reading: Reading, node: Node): string[] | undefined {
  const texts = reading.texts(node);
  return texts.length > 0 ? texts : undefined;
}

function readTlsConfig(reading: Reading, node: Node): Integration['tlsConfig'] {
  if (!node) return undefined;
  const insecureSkipVerification = reading.flag(reading.object(node).get('insecureSkipVerification'));
  return { insecureSkipVerification: insecureSkipVerification ?? false };
}

const requestTarget = /^integration\.request\.(header|querystring|path)\.\S+$/;

/** What is no text is left out and told of, as recorded on AWS. */
function targets(reading: Reading, node: Node, place: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [key, value] of reading.object(node)) {
    if (!requestTarget.test(key))
      reading.refuse(
        value,
        'Invalid mapping expression: use integration.request.header|querystring|path.Name',
      );
    if (typeof value.content === 'string') parameters[key] = reading.text(value) ?? '';
    else
      reading.warnAsAws(
        value,
        `Invalid format for 'requestParameters'. Expected type string for property '${key}' of ${place} but got '${JSON.stringify(reading.whole(value))}'`,
      );
  }
  return parameters;
}
