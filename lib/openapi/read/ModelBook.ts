import type { ApiModel } from '@/lib/model/restApi';
import { type Dialect, schemaPrefix } from '../dialect';
import { isSchema, mapSchema, type Schema } from '../jsonSchema';
import { modelReference, parseModelReference } from '../modelReference';
import { fromNullable } from '../nullable';
import { enter, escapeSegment, type SourceNode } from '../source/SourceNode';
import { UniqueNames } from '../UniqueNames';
import type { Reading } from './Reading';
import { segmentsOf, targetOf } from './resolveReference';
import { lostKeywords, toDraft4 } from './toDraft4';

/**
 * The models of a document. Every reusable schema is one, as on AWS; a schema written in place becomes one with
 * a name made from its operation. References between models are stored in AWS's form (modelReference.ts).
 */
export class ModelBook {
  private readonly models = new Map<string, ApiModel>();
  /** key in the document -> model name */
  private readonly names = new Map<string, string>();
  /** hint and schema of what was written in place -> model name */
  private readonly inline = new Map<string, string>();
  private readonly unique = new UniqueNames();

  constructor(
    private readonly reading: Reading,
    private readonly dialect: Dialect,
  ) {}

  /** Reads `definitions` or `components.schemas`. Names first, because schemas refer to later ones. */
  addReusable(schemas: SourceNode | undefined): void {
    const members = [...this.reading.object(schemas)].filter(([key]) => !key.startsWith('x-'));
    for (const [key, node] of members) this.addName(key, node);
    for (const [key, node] of members) {
      const name = this.names.get(key);
      if (name) this.add(name, node, this.model(name, node));
    }
  }

  /** Name of the model that a body's schema means. @param hint name for a schema that is written in place */
  nameFor(node: SourceNode, hint: string): string | undefined {
    const reference = node.content instanceof Map ? node.content.get('$ref') : undefined;
    if (!reference) return this.addInline(node, hint);
    enter(node);
    const found = this.lookUp(reference);
    if (found && !found.rest) return found.name;
    return found && this.addInline(node, hint);
  }

  /**
   * A parameter's schema as models are stored. Undefined, and nothing marked, when it is none or refers to what is
   * no model: types of parameters are for the reference, no document is refused for one.
   */
  schemaOf(node: SourceNode): Schema | undefined {
    const unknown: string[] = [];
    mapSchema(node.toValue(), (schema) => {
      if (typeof schema.$ref === 'string' && !this.isModel(schema.$ref)) unknown.push(schema.$ref);
      return schema;
    });
    const isOne = node.content instanceof Map || typeof node.content === 'boolean';
    const schema = isOne && unknown.length === 0 ? this.schema('', node) : undefined;
    return isSchema(schema) ? schema : undefined;
  }

  has(name: string): boolean {
    return this.models.has(name);
  }

  get all(): ApiModel[] {
    return [...this.models.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private addName(key: string, node: SourceNode): void {
    const name = this.unique.take(alphanumeric(key) || 'Model');
    this.names.set(key, name);
    if (name !== key)
      this.reading.warn(node, `The schema "${key}" is kept as model ${name}: model names are alphanumeric.`);
  }

  private addInline(node: SourceNode, hint: string): string {
    const made = this.model('', node);
    const key = `${hint} ${made.schema}`;
    const known = this.inline.get(key);
    if (known) return known;
    const name = this.unique.take(alphanumeric(hint));
    this.inline.set(key, name);
    this.add(name, node, { ...made, name });
    return name;
  }

  private add(name: string, node: SourceNode, model: ApiModel): void {
    this.models.set(name, model);
    this.reading.note(`model ${name}`, node);
  }

  private model(name: string, node: SourceNode): ApiModel {
    const schema = this.schema(name, node);
    if (this.dialect === 'oas31') this.warnOfLost(node);
    const description = isSchema(schema) ? schema.description : undefined;
    return {
      name,
      contentType: 'application/json',
      ...(typeof description === 'string' && description && { description }),
      schema: JSON.stringify(schema, null, 2),
    };
  }

  /** Keywords that no body is held to once the schema is draft 4. */
  private warnOfLost(node: SourceNode): void {
    mapSchema(node.toValue(), (schema, path) => {
      for (const keyword of lostKeywords)
        if (schema[keyword] !== undefined)
          this.reading.warn(
            node.nearest([...path, keyword]),
            `Models are JSON Schema draft 4, which has no "${keyword}": no body is held to it.`,
          );
      return schema;
    });
  }

  private schema(owner: string, node: SourceNode): unknown {
    const value = this.reading.whole(node);
    if (value === true) return {};
    if (value === false) return { not: {} };
    if (!isSchema(value)) this.reading.refuse(node, 'A schema must be an object.');
    return mapSchema(value, (schema, path) => this.stored(owner, schema, node.nearest(path)));
  }

  private stored(owner: string, schema: Schema, node: SourceNode): Schema {
    return toDraft4(this.withStoredReferences(owner, fromNullable(schema), node), this.dialect === 'oas31');
  }

  private withStoredReferences(owner: string, plain: Schema, node: SourceNode): Schema {
    const mapping = isSchema(plain.discriminator) ? plain.discriminator.mapping : undefined;
    const changed = isSchema(mapping)
      ? { ...plain, ...this.storedDiscriminator(plain, mapping, node) }
      : plain;
    const reference = node.child('$ref');
    if (typeof changed.$ref !== 'string' || !reference) return changed;
    const found = this.lookUp(reference);
    if (!found) return changed;
    const inside = found.name === owner && found.rest;
    return { ...changed, $ref: inside ? `#${found.rest}` : modelReference(found.name, found.rest) };
  }

  private storedDiscriminator(schema: Schema, mapping: Schema, node: SourceNode): Schema {
    const values = node.child('discriminator')?.child('mapping');
    const entries = Object.entries(mapping).map(([value, target]) => {
      const reference = values?.child(value);
      const found = reference && String(target).startsWith('#') ? this.lookUp(reference) : undefined;
      return [value, found ? modelReference(found.name, found.rest) : target];
    });
    const discriminator = isSchema(schema.discriminator) ? schema.discriminator : {};
    return { discriminator: { ...discriminator, mapping: Object.fromEntries(entries) } };
  }

  /** True for the text of a `$ref` that leads into a model. */
  private isModel(text: string): boolean {
    const stored = parseModelReference(text);
    if (stored && this.models.has(stored.name)) return true;
    const prefix = schemaPrefix(this.dialect);
    const [key = ''] = segmentsOf(text).slice(prefix.split('/').length - 2);
    if (!text.startsWith(prefix) || !this.names.has(key)) return false;
    let at: SourceNode | undefined = this.reading.root;
    for (const segment of segmentsOf(text)) at = at?.child(segment);
    return at !== undefined;
  }

  /** The model that a `$ref` names, and the pointer inside it. */
  private lookUp(reference: SourceNode): { name: string; rest: string } | undefined {
    const text = this.reading.text(reference);
    if (text === undefined) return undefined;
    const stored = parseModelReference(text);
    if (stored && this.models.has(stored.name)) return stored;
    if (!targetOf(this.reading, reference)) return undefined;
    const prefix = schemaPrefix(this.dialect);
    const [key, ...rest] = text.startsWith(prefix)
      ? segmentsOf(text).slice(prefix.split('/').length - 2)
      : [];
    const name = key === undefined ? undefined : this.names.get(key);
    if (!name) return this.reading.refuse(reference, `A schema may refer to ${prefix}Name only.`);
    return { name, rest: rest.map((segment) => `/${escapeSegment(segment)}`).join('') };
  }
}

const alphanumeric = (text: string) => text.replaceAll(/[^A-Za-z0-9]/g, '');
