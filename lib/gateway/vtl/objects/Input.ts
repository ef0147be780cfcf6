import { compileJsonPath, JsonPathError } from '../../mapping/jsonPath';
import { type Budget, RenderFault } from '../Budget';
import { Decimal, type Json, parseJson, type Spans } from '../json';
import { toJson, toText } from '../print';
import type { TemplateInput } from '../Template';
import { Bean, type Value, type VtlMap } from '../values';

/** $input: the payload and the request's parameters. */
export class Input extends Bean {
  /** The body as JSON; undefined where it is none. */
  private readonly document: () => Value | undefined;
  /** Once more, with the places of its objects and arrays: what templates do to the other leaves it alone. */
  private readonly spelledDocument: () => Value | undefined;
  private readonly spans: Spans = new Map();

  constructor(
    private readonly input: TemplateInput,
    private readonly budget: Budget,
  ) {
    super();
    this.document = once(() => this.read());
    this.spelledDocument = once(() => this.read(this.spans));
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

  private read(spans?: Spans): Value | undefined {
    this.budget.text(this.body);
    try {
      return parseJson(this.body, spans);
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  private path(path: string): Value {
    return this.query(path, this.document()).value ?? null;
  }

  /** JSON text of what the path finds: objects and arrays as the body spells them; "" for nothing. */
  private json(path: string): string {
    if (path === '$') return this.document() === undefined ? '""' : this.budget.text(this.body.trim());
    const { definite, value } = this.query(path, this.spelledDocument());
    if (value === undefined) return '""';
    if (definite || !Array.isArray(value)) return this.budget.text(this.spelled(value));
    return this.budget.text(`[${Array.from(value, (item) => this.spelled(item)).join(',')}]`);
  }

  private spelled(value: Value): string {
    const span = typeof value === 'object' ? this.spans.get(value as Json) : undefined;
    return span ? this.body.slice(...span) : toJson(value, this.budget);
  }

  private query(path: string, document: Value | undefined): { definite: boolean; value?: Value } {
    if (document === undefined) return { definite: true };
    try {
      const { definite, double, value } = compileJsonPath(path)(document, (steps) =>
        this.budget.spend(steps),
      );
      // Of a template's values a path gives values.
      return {
        definite,
        value: double && value !== undefined ? new Decimal(Number(value)) : (value as Value),
      };
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
