import { type Integration, integration, integrationTypes } from '@/lib/model/integration';
import type { SourceNode } from '../source/SourceNode';
import { defined } from './defined';
import type { ImportContext } from './ImportContext';
import { readIntegrationResponses } from './readIntegrationResponses';

const types: readonly string[] = integrationTypes;
const unbuilt = ['AWS', 'AWS_PROXY'];

/** `x-amazon-apigateway-integration`; undefined when its type is not one that this gateway runs. */
export function readIntegration(context: ImportContext, node: SourceNode): Integration | undefined {
  const { reading } = context;
  const fields = reading.object(node);
  const type = reading.text(fields.get('type'))?.toUpperCase();
  if (type !== undefined && types.includes(type)) return readBuilt(context, node, fields, type);
  if (type === undefined || !unbuilt.includes(type)) {
    reading.refuse(fields.get('type') ?? node, `"type" must be one of ${types.join(', ').toLowerCase()}.`);
    return undefined;
  }
  reading.warn(node, `Integrations of type ${type} are not supported yet; the integration is left out.`);
  node.reading = 'whole';
  return undefined;
}

function readBuilt(
  { reading }: ImportContext,
  node: SourceNode,
  fields: ReadonlyMap<string, SourceNode>,
  type: string,
): Integration | undefined {
  acceptDefaults(reading, fields);
  const uri = type === 'MOCK' ? undefined : reading.text(fields.get('uri'));
  if (uri?.includes('${AWS::'))
    reading.warn(
      fields.get('uri') ?? node,
      'AWS variables such as AWS::Region are kept as text: nothing replaces them.',
    );
  const value = defined({
    type,
    httpMethod: reading.text(fields.get('httpMethod'))?.toUpperCase(),
    uri,
    requestParameters: targets(reading, fields.get('requestParameters')),
    requestTemplates: reading.textMap(fields.get('requestTemplates')),
    passthroughBehavior: reading.text(fields.get('passthroughBehavior'))?.toUpperCase(),
    timeoutInMillis: fields.has('timeoutInMillis')
      ? reading.whole(fields.get('timeoutInMillis') ?? node)
      : undefined,
  });
  const parsed = reading.check(integration, value, node);
  const integrationResponses = readIntegrationResponses(reading, fields.get('responses'));
  return parsed && { ...parsed, integrationResponses };
}

/** Members that ask for what happens anyway; AWS's exports hold them. */
function acceptDefaults(reading: ImportContext['reading'], fields: ReadonlyMap<string, SourceNode>): void {
  reading.accept(fields.get('connectionType'), 'INTERNET');
  reading.accept(fields.get('responseTransferMode'), 'BUFFERED');
  const keys = fields.get('cacheKeyParameters');
  if (Array.isArray(keys?.content) && keys.content.length === 0) keys.reading = 'whole';
}

const requestTarget = /^integration\.request\.(header|querystring|path)\.\S+$/;

function targets(reading: ImportContext['reading'], node: SourceNode | undefined): Record<string, string> {
  const parameters = reading.textMap(node);
  for (const key of Object.keys(parameters))
    if (node && !requestTarget.test(key))
      reading.refuse(
        node.child(key) ?? node,
        'Invalid mapping expression: use integration.request.header|querystring|path.Name',
      );
  return parameters;
}
