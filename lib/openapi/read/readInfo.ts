import { type RestApiDefinition, restApiInput } from '@/lib/model/restApi';
import type { SourceNode } from '../source/SourceNode';
import type { Reading } from './Reading';

/** `info`: name, description and version of the API. */
export function readInfo(reading: Reading): Pick<RestApiDefinition, 'name' | 'description' | 'version'> {
  const node = reading.root.child('info');
  if (!node) reading.refuse(reading.root, '"info" is missing.');
  const fields = reading.object(node);
  const description = reading.text(fields.get('description'));
  const version = required(reading, fields, 'version', node);
  return {
    name: required(reading, fields, 'title', node) ?? '',
    ...(description && { description }),
    ...(version && { version }),
  };
}

function required(
  reading: Reading,
  fields: ReadonlyMap<string, SourceNode>,
  key: 'title' | 'version',
  info: SourceNode | undefined,
): string | undefined {
  const node = fields.get(key);
  const schema = key === 'title' ? restApiInput.shape.name : restApiInput.shape.version;
  const text = reading.text(node);
  if (node && text !== undefined) return reading.check(schema, text, node);
  if (!(info?.content instanceof Map) || node) return undefined;
  // AWS's own examples leave the version out.
  if (key === 'version') reading.warn(info, '"info.version" is missing: the API has no version.');
  else reading.refuse(info, `"info.${key}" is missing.`);
  return undefined;
}
