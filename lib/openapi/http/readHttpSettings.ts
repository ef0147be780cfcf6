import { cors } from '@/lib/model/v2/api';
import type { Reading } from '../read/Reading';
import { readEndpointConfiguration } from '../read/readEndpointConfiguration';
import type { SourceNode } from '../source/SourceNode';
import type { HttpApiContent } from './HttpApiContent';

type Settings = Pick<HttpApiContent, 'corsConfiguration' | 'disableExecuteApiEndpoint' | 'tags'>;

/** What AWS's extensions say of the API itself. */
export function readHttpSettings(reading: Reading): Settings {
  const { root } = reading;
  reading.accept(root.child('x-amazon-apigateway-importexport-version'), '1.0', 1);
  const node = root.child('x-amazon-apigateway-cors');
  const corsConfiguration = node && reading.check(cors, reading.whole(node), node);
  const tags = readTags(reading, root.child('tags'));
  return {
    ...(corsConfiguration && { corsConfiguration }),
    ...readEndpointConfiguration(reading),
    ...(Object.keys(tags).length > 0 && { tags }),
  };
}

/** Of the document's tags those that have a value are the API's; the others group operations. */
function readTags(reading: Reading, node: SourceNode | undefined): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const item of reading.list(node)) {
    const members = reading.object(item);
    const value = members.get('x-amazon-apigateway-tag-value');
    const name = reading.text(members.get('name'));
    if (value && name !== undefined) tags[name] = reading.text(value) ?? '';
  }
  return tags;
}
