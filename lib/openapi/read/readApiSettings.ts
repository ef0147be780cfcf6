import { z } from 'zod';
import {
  apiKeySources,
  binaryMediaTypes,
  minimumCompressionSize,
  type RestApiDefinition,
} from '@/lib/model/restApi';
import { defined } from './defined';
import type { Reading } from './Reading';

type Settings = Pick<RestApiDefinition, 'binaryMediaTypes' | 'minimumCompressionSize' | 'apiKeySource'>;

/** AWS's extensions at the root that are members of the API itself. */
export function readApiSettings(reading: Reading): Settings {
  const types = reading.root.child('x-amazon-apigateway-binary-media-types');
  const size = reading.root.child('x-amazon-apigateway-minimum-compression-size');
  return defined({
    binaryMediaTypes: types && reading.check(binaryMediaTypes, reading.texts(types), types),
    minimumCompressionSize: size && reading.check(minimumCompressionSize, reading.whole(size), size),
    apiKeySource: readApiKeySource(reading),
  });
}

function readApiKeySource(reading: Reading): Settings['apiKeySource'] {
  const node = reading.root.child('x-amazon-apigateway-api-key-source');
  const source = node && reading.check(z.enum(apiKeySources), reading.text(node)?.toUpperCase(), node);
  if (node && source === 'AUTHORIZER')
    reading.warn(node, 'Authorizers are not built yet: until they are, keys are read from x-api-key.');
  return source;
}
