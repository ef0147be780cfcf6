import { compileJsonPath, type JsonPath, JsonPathError } from '../../mapping/jsonPath';
import { type Budget, RenderFault } from '../Budget';
import { Decimal } from '../Decimal';
import { JsonDocument, readJson } from '../json/readJson';
import { toJson, toText } from '../print';
import type { TemplateInput } from '../Template';
import { Bean, type Value, type VtlMap } from '../values';

/** $input: the payload and the request's parameters. */
export class Input extends Bean {
  /** The body as JSON; undefined where it is none. */
  private readonly document = once(() => readJson(this.body, this.budget));
  /** Once more for $input.json: what templates do to the other leaves it alone. */
  private readonly untouched = once(() => new JsonDocument(this.body, this.budget));

  constructor(
    private readonly input: TemplateInput,
    private readonly budget: Budget,
  ) {
    super();
  }

  /** An empty body prints {} (recorded on AWS). */
  private get body(): string {
    return this.input.body === '' ? '{}' : this.input.body;
  }

  override property(name: string): Value {
    return name === 'body' ? this.body : null;
  }

  override call(name: string, args: Value[]): Value {
    const [arg = null] = args;
    switch (name) {
      case 'json':
        return this.json(toText(arg, this.budget));
      case 'path':
        return this.path(toText(arg, this.budget));
      case 'params':
        return args.length === 0 ? this.allParams() : this.param(toText(arg, this.budget));
      case 'getBody':
        return this.body;
      default:
        return null;
    }
  }

  private path(path: string): Value {
    const document = this.document();
    return document ? (this.query(path, document).value ?? null) : null;
  }

  /** JSON text of what the path finds: a value as the body spells it, many without spaces; "" for nothing. */
  private json(path: string): string {
    const document = this.document();
    if (!document) return '""';
    const { places } = this.compiled(path);
    if (places) return this.budget.text(this.spelled(document.spelled(places)));
    const { value } = this.query(path, this.untouched());
    return value === undefined ? '""' : this.budget.text(toJson(value, this.budget));
  }

  /** Texts are spelled anew: the escapes of a body need not be those of its reader. */
  private spelled(text = '""'): string {
    return text.startsWith('"') ? toJson(JSON.parse(text) as string, this.budget) : text;
  }

  private compiled(path: string): JsonPath {
    try {
      return compileJsonPath(path);
    } catch (error) {
      throw error instanceof JsonPathError ? new RenderFault(error.message) : error;
    }
  }

  private query(path: string, document: JsonDocument): { value: Value | undefined } {
    try {
      const found = this.compiled(path)(document.value, (steps) => this.budget.spend(steps));
      const value = found.value as Value | undefined;
      // Of a template's values a path gives values.
      return { value: found.double && value !== undefined ? new Decimal(Number(value)) : value };
    } catch (error) {
      throw error instanceof JsonPathError ? new RenderFault(error.message) : error;
    }
  }

  /** First in the path, then in the query string, then in the headers. */
  private param(name: string): Value {
    const { path, querystring, header } = this.input.params;
    const place = [path, querystring, header].find((params) => Object.hasOwn(params, name));
    return place?.[name] ?? '';
  }

  private allParams(): VtlMap {
    const { path, querystring, header } = this.input.params;
    this.budget.spend(3);
    return new Map<string, Value>([
      ['path', toMap(path)],
      ['querystring', toMap(querystring)],
      ['header', toMap(header)],
    ]);
  }
}

function toMap(params: Record<string, string>): VtlMap {
  return new Map(Object.entries(params));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
