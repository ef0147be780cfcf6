import type { GatewayError } from '../GatewayError';
import { parseJson } from './parseJson';

export type ParameterLocation = 'path' | 'querystring' | 'header';

/** What a mapping expression may read: the caller's request, or the backend's answer. */
export interface MappingInput {
  /** All values of a parameter, in order; header names match by case, as AWS's mappings do. */
  values(location: ParameterLocation, name: string): readonly string[];
  /** The body as text; '' when there is none. */
  readonly text: string;
  /** The body as JSON; undefined when it is not meant to be JSON. @throws GatewayError for broken JSON */
  json(): unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/**
 * A body read as JSON once, however many expressions ask. A body that does not even begin like JSON is not an
 * error: mappings over it are skipped (reference section 5, seen on AWS).
 */
export class JsonBody {
  private parsed: { value: unknown } | undefined;

  constructor(
    private readonly text: string,
    private readonly invalid: () => GatewayError,
  ) {}

  value(): unknown {
    this.parsed ??= { value: this.parse() };
    return this.parsed.value;
  }

  private parse(): unknown {
    const text = this.text.trim();
    if (!/^[{["']/.test(text)) return undefined;
    try {
      return parseJson(text);
    } catch {
      throw this.invalid();
    }
  }
}
