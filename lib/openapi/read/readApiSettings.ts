import { z } from 'zod';
import {
  apiKeySources,
  binaryMediaTypes,
  minimumCompressionSize,
  type RestApiDefinition,
} from '@/lib/model/restApi';
import { defined } from './defined';
import type { Reading } from './Reading';
import { readEndpointConfiguration } from './readEndpointConfiguration';

type Settings = Pick<
  RestApiDefinition,
  'binaryMediaTypes' | 'minimumCompressionSize' | 'apiKeySource' | 'policy' | 'disableExecuteApiEndpoint'
>;

/** AWS's extensions at the root that are members of the API itself. */
export function readApiSettings(reading: Reading): Settings {
  const types = reading.root.child('x-amazon-apigateway-binary-media-types');
  const size = reading.root.child('x-amazon-apigateway-minimum-compression-size');
  return defined({
    binaryMediaTypes: types && reading.check(binaryMediaTypes, reading.texts(types), types),
    minimumCompressionSize: size && reading.check(minimumCompressionSize, reading.whole(size), size),
    apiKeySource: readApiKeySource(reading),
    policy: readPolicy(reading),
    ...readEndpointConfiguration(reading),
  });
}

function readApiKeySource(reading: Reading): Settings['apiKeySource'] {
  const node = reading.root.child('x-amazon-apigateway-api-key-source');
  return node && reading.check(z.enum(apiKeySources), reading.text(node)?.toUpperCase(), node);
}

/** The policy as compact JSON text, which is how AWS keeps it; what it says is judged by who can evaluate it. */
function readPolicy(reading: Reading): string | undefined {
  const node = reading.root.child('x-amazon-apigateway-policy');
  if (!node) return undefined;
  reading.note('policy', node);
  if (node.content instanceof Map) return reading.filledValue(node);
  return reading.refuse(node, '"x-amazon-apigateway-policy" must be an object.');
}
