import type { ApiModel } from '@/lib/model/restApi';
import type { SdkClass, SdkType } from './SdkApi';
import { distinctNames, pascalCase } from './words';

type Schema = Record<string, unknown>;

/** What languages and generated clients call their own. */
const TAKEN = new Set(
  'Any ApiError ApiGatewayCore ApiResponse ClientConfig IOException InterruptedException LinkedHashMap Values Array Boolean Class Client Date Dict Double Error Exception Hash Integer Json List Long Map Module Number Object Optional Promise Record Response Sigv4 String Void'.split(
    ' ',
  ),
);

const ANY: SdkType = { kind: 'any' };
const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Models become classes; one that is a list or a text is that list or text where it is used. */
export class SdkModels {
  readonly classes: SdkClass[] = [];
  private readonly schemas: Map<string, Schema>;
  private readonly done = new Map<string, SdkType>();

  constructor(models: readonly ApiModel[]) {
    this.schemas = new Map(models.map(({ name, schema }) => [name, readSchema(schema)]));
    for (const name of this.schemas.keys()) this.typeOf(name);
  }

  /** The type of a model; of one that there is not, anything. */
  typeOf(name: string): SdkType {
    const done = this.done.get(name);
    if (done) return done;
    const schema = this.schemas.get(name);
    // Before it is looked into: models may refer to each other in a ring.
    const type: SdkType = schema && hasMembers(schema) ? { kind: 'class', name: this.className(name) } : ANY;
    this.done.set(name, type);
    if (!schema) return type;
    if (type.kind === 'class') this.describe(type.name, schema);
    else this.done.set(name, this.typeOfSchema(schema, name));
    return this.done.get(name) ?? type;
  }

  private className(text: string): string {
    const taken = new Set([...TAKEN, ...this.classes.map(({ name }) => name)]);
    const [name = text] = distinctNames([text], pascalCase, taken);
    const free = name.endsWith('_') ? `${name.slice(0, -1)}Model` : name;
    this.classes.push({ name: free, members: [] });
    return free;
  }

  private describe(className: string, schema: Schema): void {
    const required = requiredOf(schema);
    const members = Object.entries(propertiesOf(schema)).map(([name, member]) => ({
      name,
      type: this.typeOfSchema(isObject(member) ? member : {}, `${className} ${name}`),
      required: required.has(name),
    }));
    this.classes.find(({ name }) => name === className)?.members.push(...members);
  }

  private typeOfSchema(schema: Schema, place: string): SdkType {
    if (typeof schema.$ref === 'string') return this.typeOf(schema.$ref.split('/').at(-1) ?? '');
    if (hasMembers(schema)) {
      const name = this.className(place);
      this.describe(name, schema);
      return { kind: 'class', name };
    }
    const { type, items, additionalProperties } = schema;
    if (type === 'array')
      return { kind: 'list', of: this.typeOfSchema(isObject(items) ? items : {}, `${place} item`) };
    if (isObject(additionalProperties))
      return { kind: 'map', of: this.typeOfSchema(additionalProperties, `${place} value`) };
    if (type === 'string' || type === 'integer' || type === 'number' || type === 'boolean')
      return { kind: type };
    return ANY;
  }
}

function readSchema(text: string): Schema {
  try {
    const schema: unknown = JSON.parse(text);
    return isObject(schema) ? schema : {};
  } catch {
    return {};
  }
}

/** With `allOf`'s members among its own, as far as they stand there and not behind a reference. */
function partsOf(schema: Schema): Schema[] {
  const { allOf } = schema;
  return [schema, ...(Array.isArray(allOf) ? allOf.filter(isObject).flatMap(partsOf) : [])];
}

const propertiesOf = (schema: Schema): Schema =>
  Object.assign({}, ...partsOf(schema).map(({ properties }) => (isObject(properties) ? properties : {})));

const hasMembers = (schema: Schema) => Object.keys(propertiesOf(schema)).length > 0;

const requiredOf = (schema: Schema) =>
  new Set(partsOf(schema).flatMap(({ required }) => (Array.isArray(required) ? required : [])));
