import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { collectionFormats, isFlatMember, type Location, type Serialization } from '../flatType';
import type { Schema } from '../jsonSchema';
import type { SourceNode } from '../source/SourceNode';
import { defined } from './defined';
import type { ImportContext } from './ImportContext';
import { readDescription } from './readDescription';

type Fields = ReadonlyMap<string, SourceNode>;
type Typed = Omit<ParameterDocumentation, 'description'>;

/** What a parameter or header says for the reference; undefined for a plain text without description. */
export function readDocumentation(
  context: ImportContext,
  fields: Fields,
  location: Location,
): ParameterDocumentation | undefined {
  const read = context.dialect === 'swagger' ? readSwaggerType : readType;
  const found = defined({
    description: readDescription(fields.get('description')),
    ...read(context, fields, location),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

/** OpenAPI 3's `schema`, `style` and `explode`. */
function readType(context: ImportContext, fields: Fields, location: Location): Typed {
  const node = fields.get('schema');
  const schema = node && readSchema(context, node);
  return {
    schema: schema && isPlainText(schema) ? undefined : schema,
    ...readSerialization(fields, location),
  };
}

function readSchema({ reading, models }: ImportContext, node: SourceNode): Schema | undefined {
  const schema = models.schemaOf(node);
  if (!schema) {
    reading.warn(node, 'This type is not kept: it must be a schema that refers to reusable schemas only.');
    node.reading = 'whole';
  }
  return schema;
}

const styles = new Set([
  'form',
  'simple',
  'label',
  'matrix',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
]);

/** Without the defaults (https://spec.openapis.org/oas/v3.0.3#parameter-object); what is no style stays unread. */
function readSerialization(fields: Fields, location: Location): Serialization {
  const normal = location === 'querystring' ? 'form' : 'simple';
  const [style, explode] = [fields.get('style'), fields.get('explode')];
  const named = typeof style?.content === 'string' && styles.has(style.content) ? style.content : undefined;
  if (style && named) style.reading = 'whole';
  const flag = typeof explode?.content === 'boolean' ? explode.content : undefined;
  if (explode && flag !== undefined) explode.reading = 'whole';
  return {
    style: named === normal ? undefined : named,
    explode: flag === ((named ?? normal) === 'form') ? undefined : flag,
  };
}

/**
 * Swagger 2.0's flat type. What it cannot say, our export puts as OpenAPI 3 has it into
 * `x-gatehouse-documentation`, beside the type of a plain text.
 */
function readSwaggerType(context: ImportContext, fields: Fields, location: Location): Typed {
  const { reading } = context;
  const own = fields.get('x-gatehouse-documentation');
  if (own) {
    reading.accept(fields.get('type'), 'string');
    return readType(context, reading.object(own), location);
  }
  const members = [...fields].filter(([keyword, node]) => isFlatMember(keyword, node.toValue()));
  const schema = Object.fromEntries(members.map(([keyword, node]) => [keyword, reading.whole(node)]));
  if (members.length === 0 || isPlainText(schema)) return {};
  return { schema, ...(schema.type === 'array' && readCollectionFormat(fields, location)) };
}

function readCollectionFormat(fields: Fields, location: Location): Serialization | undefined {
  const formats = collectionFormats(location);
  const node = fields.get('collectionFormat');
  const found = typeof node?.content === 'string' ? formats.get(node.content) : undefined;
  if (node && found) node.reading = 'whole';
  return found ?? formats.get('csv');
}

/** Parameters and headers are texts where nothing else is said. */
function isPlainText(schema: Schema): boolean {
  return schema.type === 'string' && Object.keys(schema).length === 1;
}
