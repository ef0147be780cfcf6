import type { z } from 'zod';
import type { ImportWarning } from '@/lib/model/openapiReport';
import { maxErrors } from '../limits';
import { OpenApiError, type OpenApiProblem } from '../OpenApiError';
import { enter, kindOf, type SourceNode } from '../source/SourceNode';
import { type AwsVariables, fillVariables } from './AwsVariables';
import { resolveReference } from './resolveReference';

export type Place = Pick<OpenApiProblem, 'line' | 'pointer'>;

/**
 * Typed access to a document. Whatever is taken through it is marked as used; what is wrong is collected, so
 * that one import shows all mistakes at once.
 */
export class Reading {
  /** Keyed by place and text: a shared component is read once for each use. */
  private readonly problems = new Map<string, OpenApiProblem>();
  private readonly warned = new Map<string, ImportWarning>();

  /** where something stands that is judged when the whole definition is there */
  readonly places = new Map<string, Place>();

  /** @param variables what AWS's variables stand for; absent: they are kept as text, and that is told */
  constructor(
    readonly root: SourceNode,
    private readonly variables?: AwsVariables,
  ) {}

  get warnings(): ImportWarning[] {
    return [...this.warned.values()];
  }

  refuse(node: SourceNode, message: string): undefined {
    if (this.problems.size >= maxErrors) return;
    const { line, pointer } = node;
    this.problems.set(`${pointer} ${message}`, { message, line, pointer });
  }

  warn(node: SourceNode, message: string): void {
    const { line, pointer } = node;
    this.warned.set(`${pointer} ${message}`, { message, line, pointer });
  }

  /** The same of what AWS's importer warns of too, in its words. */
  warnAsAws(node: SourceNode, message: string): void {
    const { line, pointer } = node;
    this.warned.set(`${pointer} ${message}`, { message, line, pointer, isOnAws: true });
  }

  note(subject: string, { line, pointer }: SourceNode): void {
    if (!this.places.has(subject)) this.places.set(subject, { line, pointer });
  }

  /** @throws OpenApiError when anything was refused, in the document's order */
  finish(): void {
    const [first, ...rest] = [...this.problems.values()].sort((a, b) => a.line - b.line);
    if (first) throw new OpenApiError([first, ...rest]);
  }

  /** Members of an object, behind its `$ref` if it has one. */
  object(node: SourceNode | undefined): ReadonlyMap<string, SourceNode> {
    const target = node && this.resolve(node);
    if (!target) return new Map();
    if (target.content instanceof Map) {
      enter(target);
      return target.content;
    }
    this.refuse(target, `${nameOf(target)} must be an object, not ${kindOf(target)}.`);
    return new Map();
  }

  list(node: SourceNode | undefined): readonly SourceNode[] {
    if (!node) return [];
    enter(node);
    if (Array.isArray(node.content)) return node.content;
    this.refuse(node, `${nameOf(node)} must be a list, not ${kindOf(node)}.`);
    return [];
  }

  /** A text; a number is taken as it is written, because YAML's `version: 1.10` means a text. */
  text(node: SourceNode | undefined): string | undefined {
    if (!node) return undefined;
    node.reading = 'whole';
    if (typeof node.content === 'string') return node.content;
    if (typeof node.content === 'number') return node.source;
    return this.refuse(node, `${nameOf(node)} must be a text, not ${kindOf(node)}.`);
  }

  /** A text in which AWS's variables stand for what they are here. */
  filled(node: SourceNode | undefined): string | undefined {
    const text = this.text(node);
    return node && text !== undefined ? this.fill(node, text) : undefined;
  }

  /** The node and all below it as JSON text, filled in the same way. */
  filledValue(node: SourceNode): string {
    return this.fill(node, JSON.stringify(this.whole(node)));
  }

  private fill(node: SourceNode, text: string): string {
    const filled = fillVariables(text, this.variables);
    const [left] = /\$\{AWS::\w+\}?/.exec(filled) ?? [];
    if (left) this.warn(node, `The AWS variable ${left} is kept as text: nothing replaces it.`);
    return filled;
  }

  flag(node: SourceNode | undefined): boolean | undefined {
    if (!node) return undefined;
    node.reading = 'whole';
    if (typeof node.content === 'boolean') return node.content;
    return this.refuse(node, `${nameOf(node)} must be true or false, not ${kindOf(node)}.`);
  }

  texts(node: SourceNode | undefined): string[] {
    return this.list(node).flatMap((item) => this.text(item) ?? []);
  }

  textMap(node: SourceNode | undefined): Record<string, string> {
    const entries = [...this.object(node)].map(([key, value]) => [key, this.text(value) ?? '']);
    return Object.fromEntries(entries);
  }

  /** Plain data of the node and all below it. */
  whole(node: SourceNode): unknown {
    node.reading = 'whole';
    return node.toValue();
  }

  /** Marks a member that asks for nothing but what happens anyway, e.g. `connectionType: INTERNET`. */
  accept(node: SourceNode | undefined, ...values: unknown[]): void {
    if (node && values.includes(node.content)) node.reading = 'whole';
  }

  /** The node that `$ref` leads to; undefined, and refused, if it leads nowhere. */
  resolve(node: SourceNode): SourceNode | undefined {
    return resolveReference(this, node);
  }

  /** The model's own rules, their messages at the line of the member they are about. */
  check<T extends z.ZodType>(schema: T, value: unknown, node: SourceNode): z.output<T> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.refuse(node.nearest(issue.path), messageOf(issue));
    return undefined;
  }
}

/** A member as a sentence names it. */
function nameOf(node: SourceNode): string {
  return node.parent ? `"${node.segment.slice(0, 100)}"` : 'The document';
}

/** Zod hides what is wrong with a key behind "Invalid key in record". */
function messageOf(issue: z.core.$ZodIssue): string {
  return (issue.code === 'invalid_key' && issue.issues[0]?.message) || issue.message;
}
