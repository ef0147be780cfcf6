import { Cursor, type Grammar, type Unit } from './Cursor';
import type { Node } from './nodes';
import { directiveAt, parseDirective, takeEnd } from './parseDirective';
import { parseExpression, parseOperand } from './parseExpression';
import { parseReference, startsReference } from './parseReference';

const plainText = /[^$#\\]+/y;
const lineComment = /##[^\r\n]*(?:\r\n|\n|\r)?/y;
const backslashes = /\\+/y;
const macroDefinition = /#(?:macro|\{macro\})[ \t]*\(\s*([a-zA-Z_]\w*)/g;

const grammar: Grammar = {
  expression: parseExpression,
  operand: parseOperand,
  template: (cursor) => parseBody(cursor, []).nodes,
};

/**
 * Reads a template into its tree. White space around the whole is dropped, as AWS does.
 * @throws TemplateError at the place that cannot be read
 */
export function parseTemplate(source: string, name: string): Node[] {
  const macros = new Set(Array.from(source.matchAll(macroDefinition), (match) => match[1] ?? ''));
  const unit: Unit = { name, source, grammar, macros, depth: 0 };
  return grammar.template(new Cursor(unit, source.trim(), source.length - source.trimStart().length));
}

function parseBody(cursor: Cursor, ends: readonly string[]): { nodes: Node[]; end: string } {
  const nodes = new NodeList();
  while (!cursor.ended) {
    const end = takeEnd(cursor, ends);
    if (end !== undefined) return { nodes: nodes.finish(), end };
    parseNext(cursor, nodes);
  }
  return { nodes: nodes.finish(), end: '' };
}

function parseNext(cursor: Cursor, nodes: NodeList): void {
  const text = parseText(cursor);
  if (text !== null) nodes.text(text);
  else nodes.add(parseActive(cursor, nodes));
}

/** What prints as it stands, or nothing (comments); null where a reference or a directive starts. */
function parseText(cursor: Cursor): string | null {
  const plain = cursor.take(plainText);
  if (plain) return plain[0];
  if (cursor.looksAt('\\')) return parseEscape(cursor);
  const raw = parseUnprinted(cursor);
  if (raw !== null || startsReference(cursor) || directiveAt(cursor) !== undefined) return raw;
  cursor.pos++;
  return cursor.text.charAt(cursor.pos - 1);
}

function parseActive(cursor: Cursor, nodes: NodeList): Node {
  const reference = parseReference(cursor);
  if (reference) return { kind: 'print', reference };
  if (directiveAt(cursor) === 'set') nodes.dropIndent();
  return parseDirective(cursor, parseBody);
}

/** Before a reference or a directive two backslashes print one, and an odd one keeps it from being run. */
function parseEscape(cursor: Cursor): string {
  const slashes = cursor.take(backslashes)?.[0] ?? '';
  if (!startsReference(cursor) && directiveAt(cursor) === undefined) return slashes;
  const kept = slashes.slice(0, slashes.length >> 1);
  if (slashes.length % 2 === 0) return kept;
  cursor.pos++;
  return kept + cursor.text.charAt(cursor.pos - 1);
}

/** What comments (nothing) and #[[raw text]]# print; null when here is neither. */
function parseUnprinted(cursor: Cursor): string | null {
  if (cursor.take(lineComment)) return '';
  if (cursor.looksAt('#*')) {
    upTo(cursor, '*#', 'a comment');
    return '';
  }
  return cursor.looksAt('#[[') ? upTo(cursor, ']]#', 'raw text #[[') : null;
}

/** Passes a two-ended stretch and gives what stands between its ends. */
function upTo(cursor: Cursor, close: string, what: string): string {
  const start = cursor.pos + (close === '*#' ? 2 : 3);
  const end = cursor.text.indexOf(close, start);
  if (end < 0) cursor.fail(`${what} is not closed by ${close}`);
  cursor.pos = end + close.length;
  return cursor.text.slice(start, end);
}

/** Joins neighbouring texts. */
class NodeList {
  private readonly nodes: Node[] = [];
  private pending = '';

  text(text: string): void {
    this.pending += text;
  }

  add(node: Node): void {
    this.flush();
    this.nodes.push(node);
  }

  /** Velocity 1.x reads blanks before #set as part of the directive. */
  dropIndent(): void {
    let end = this.pending.length;
    while (end > 0 && (this.pending[end - 1] === ' ' || this.pending[end - 1] === '\t')) end--;
    this.pending = this.pending.slice(0, end);
  }

  finish(): Node[] {
    this.flush();
    return this.nodes;
  }

  private flush(): void {
    if (this.pending !== '') this.nodes.push({ kind: 'text', text: this.pending });
    this.pending = '';
  }
}
