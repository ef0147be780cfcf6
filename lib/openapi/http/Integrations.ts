import { newId } from '@/lib/model/ids';
import { type IntegrationInput, integrationInput } from '@/lib/model/v2/integration';
import { defined } from '../read/defined';
import type { Reading } from '../read/Reading';
import type { SourceNode } from '../source/SourceNode';
import { UNUSED } from './writeHttpIntegration';

/** The integrations of a document: operations that refer to the same one share it. */
export class Integrations {
  private readonly known = new Map<SourceNode, IntegrationInput & { integrationId: string }>();

  constructor(private readonly reading: Reading) {}

  get all(): (IntegrationInput & { integrationId: string })[] {
    return [...this.known.values()];
  }

  /** What a route's target is. Undefined, and refused, where the node is no integration. */
  target(node: SourceNode): string | undefined {
    const source = this.reading.resolve(node);
    if (!source) return undefined;
    const integration = this.known.get(source) ?? this.add(source);
    return integration && `integrations/${integration.integrationId}`;
  }

  /** Those of the document's components that its export says no route has; call it when all routes are read. */
  addUnused(): void {
    const components = this.reading.object(this.reading.root.child('components'));
    for (const [name, node] of this.reading.object(components.get('x-amazon-apigateway-integrations')))
      if (name.startsWith(UNUSED) && !this.known.has(node)) this.add(node);
  }

  private add(node: SourceNode) {
    const input = this.reading.check(integrationInput, readMembers(this.reading, node), node);
    if (!input) return undefined;
    const integration = { ...input, integrationId: newId(7) };
    this.known.set(node, integration);
    return integration;
  }
}

/** Members of AWS's extension, in the words of apigatewayv2. */
function readMembers(reading: Reading, node: SourceNode): Partial<IntegrationInput> {
  const fields = reading.object(node);
  const text = (member: string) => reading.text(fields.get(member)) || undefined;
  const filled = (member: string) => reading.filled(fields.get(member)) || undefined;
  return defined({
    integrationType: text('type')?.toUpperCase(),
    integrationMethod: text('httpMethod')
      ?.replace(/^x-amazon-apigateway-any-method$/i, 'ANY')
      .toUpperCase(),
    integrationUri: filled('uri'),
    integrationSubtype: text('integrationSubtype'),
    payloadFormatVersion: text('payloadFormatVersion'),
    credentialsArn: filled('credentials'),
    connectionType: text('connectionType')?.toUpperCase(),
    connectionId: filled('connectionId'),
    description: text('description'),
    requestParameters: readMap(reading, fields.get('requestParameters')),
    responseParameters: readResponses(reading, fields.get('responseParameters')),
    timeoutInMillis: readWhole(reading, fields.get('timeoutInMillis')),
    tlsConfig: readTls(reading, fields.get('tlsConfig')),
  }) as Partial<IntegrationInput>;
}

type Node = SourceNode | undefined;

const readWhole = (reading: Reading, node: Node) => (node ? reading.whole(node) : undefined);

function readMap(reading: Reading, node: Node): Record<string, string> | undefined {
  const entries = [...reading.object(node)].map(([key, value]) => [key, reading.filled(value) ?? '']);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function readResponses(reading: Reading, node: Node): Record<string, unknown> | undefined {
  const entries = [...reading.object(node)].map(([status, map]) => [status, readMap(reading, map) ?? {}]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function readTls(reading: Reading, node: Node): IntegrationInput['tlsConfig'] {
  const name = reading.text(reading.object(node).get('serverNameToVerify'));
  return name === undefined ? undefined : { serverNameToVerify: name };
}
