import { compileJsonPath, JsonPathError } from '../../mapping/jsonPath';
import { type Budget, RenderFault } from '../Budget';
import { type Json, parseJson, type Spans } from '../json';
import { toJson, toText } from '../print';
import type { TemplateInput } from '../Template';
import { Bean, type Value, type VtlMap } from '../values';

interface Document {
  value: Json;
  spans: Spans;
}

/** $input: the payload and the request's parameters. */
export class Input extends Bean {
  private document: Document | null | undefined;

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

  /** The body as JSON, read once; null when it is none. */
  private read(): Document | null {
    if (this.document !== undefined) return this.document;
    this.budget.text(this.body);
    const spans: Spans = new Map();
    try {
      this.document = { value: parseJson(this.body, spans), spans };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.document = null;
    }
    return this.document;
  }

  private path(path: string): Value {
    const document = this.read();
    return document ? (this.query(path, document).value ?? null) : null;
  }

  /** JSON text of what the path finds: objects and arrays as the body spells them; "" for nothing. */
  private json(path: string): string {
    const document = this.read();
    const { definite, value } = document ? this.query(path, document) : { definite: true, value: undefined };
    if (value === undefined || !document) return '""';
    if (definite || !Array.isArray(value)) return this.budget.text(this.spelled(value, document));
    return this.budget.text(`[${Array.from(value, (item) => this.spelled(item, document)).join(',')}]`);
  }

  /** A template may have changed what $input.path gave it, but not the text that came in. */
  private spelled(value: Value, document: Document): string {
    const span = document.spans.get(value as Json);
    return span && typeof value === 'object' ? this.body.slice(...span) : toJson(value, this.budget);
  }

  private query(path: string, document: Document): { definite: boolean; value: Value | undefined } {
    try {
      const spend = (steps: number) => this.budget.spend(steps);
      return compileJsonPath(path)(document.value, spend) as { definite: boolean; value: Value | undefined };
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
