import type { Budget } from '../Budget';
import type { Value } from '../values';
import { isJson } from './isJson';
import { JsonText, type Span } from './JsonText';

/** A text as JSON; undefined for one that is none, or that is nested deeper than 1,000. */
export function readJson(text: string, budget: Budget): JsonDocument | undefined {
  budget.room(text.length);
  return budget.reading(text.length, () => isJson(text)) ? new JsonDocument(text, budget) : undefined;
}

/** One step of a path that leads to one place. */
export type Place = string | number;

/** A JSON text: its values, and where they stand. */
export class JsonDocument {
  private readonly json: JsonText;
  private readonly start: number;
  private root: { value: Value } | undefined;
  /** Members that were found, by where their object starts: a loop asks for the same again and again. */
  private readonly members = new Map<string, Span | undefined>();

  constructor(
    private readonly text: string,
    budget: Budget,
  ) {
    this.json = new JsonText(text, budget);
    this.start = this.json.space(0);
  }

  /** The value of the whole; always the same one, which a template may change. */
  get value(): Value {
    this.root ??= { value: this.json.value(this.start, this.json.endOf(this.start)) };
    return this.root.value;
  }

  /** The text of what a path leads to, as the document spells it; undefined for nothing. */
  spelled(path: readonly Place[]): string | undefined {
    if (path.length === 0) return this.text.slice(this.start, this.json.endOf(this.start));
    let span: Span | undefined;
    for (const place of path) {
      const start: number = span?.[0] ?? this.start;
      span = typeof place === 'number' ? this.item(start, place) : this.knownMember(start, place);
      if (!span) return undefined;
    }
    return span && this.text.slice(...span);
  }

  private item(start: number, wanted: number): Span | undefined {
    if (!this.json.isArray(start)) return undefined;
    let index = 0;
    let found: Span | undefined;
    this.json.eachItem(start, (item, end) => {
      if (index++ === wanted) found = [item, end];
      return found !== undefined;
    });
    return found;
  }

  private knownMember(start: number, name: string): Span | undefined {
    const key = `${start} ${name}`;
    if (!this.members.has(key)) this.members.set(key, this.member(start, name));
    return this.members.get(key);
  }

  /** The last of members with the same name counts. */
  private member(start: number, name: string): Span | undefined {
    if (this.text.charCodeAt(start) !== 123) return undefined;
    let found: Span | undefined;
    this.json.eachMember(start, (key, value, end) => {
      if (key === name) found = [value, end];
    });
    return found;
  }
}
