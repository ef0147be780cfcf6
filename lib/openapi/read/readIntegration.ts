import { type Integration, integration, integrationTypes } from '@/lib/model/integration';
import type { SourceNode } from '../source/SourceNode';
import { defined } from './defined';
import type { ImportContext } from './ImportContext';
import type { Reading } from './Reading';
import { readIntegrationResponses } from './readIntegrationResponses';

const types: readonly string[] = integrationTypes;

/** `x-amazon-apigateway-integration`; undefined, and refused, when its type is none. */
export function readIntegration({ reading }: ImportContext, node: SourceNode): Integration | undefined {
  const fields = reading.object(node);
  const type = reading.text(fields.get('type'))?.toUpperCase();
  if (type !== undefined && types.includes(type)) return readMembers(reading, node, fields, type);
  return reading.refuse(
    fields.get('type') ?? node,
    `"type" must be one of ${types.join(', ').toLowerCase()}.`,
  );
}

function readMembers(
  reading: Reading,
  node: SourceNode,
  fields: ReadonlyMap<string, SourceNode>,
  type: string,
): Integration | undefined {
  const isService = type === 'AWS' || type === 'AWS_PROXY';
  const uri = type === 'MOCK' ? undefined : reading.filled(fields.get('uri'));
  const value = defined({
    type,
    httpMethod: upper(reading, fields.get('httpMethod')),
    credentials: isService ? reading.filled(fields.get('credentials')) || undefined : undefined,
    uri,
    requestParameters: targets(reading, fields.get('requestParameters')),
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

function targets(reading: Reading, node: Node): Record<string, string> {
  const parameters = reading.textMap(node);
  for (const key of Object.keys(parameters))
    if (node && !requestTarget.test(key))
      reading.refuse(
        node.child(key) ?? node,
        'Invalid mapping expression: use integration.request.header|querystring|path.Name',
      );
  return parameters;
}
