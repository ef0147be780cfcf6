import { blank, type Cursor, restOfLine } from './Cursor';
import type { Branch, Expression, Node } from './nodes';
import { parseName, parseReference, parseVariable } from './parseReference';

/** Reads nodes up to one of the named directives, passes that and tells which it was. */
export type ParseBody = (cursor: Cursor, ends: readonly string[]) => { nodes: Node[]; end: string };

const directiveName = /#(?:\{([a-zA-Z_]\w*)\}|([a-zA-Z_]\w*))/y;
const blockCallName = /#@(?:\{([a-zA-Z_]\w*)\}|([a-zA-Z_]\w*))/y;
const parenthesis = /[ \t]*\(/y;

/** Directives of Velocity that read files or run text as code: API Gateway has none of them. */
const refused = new Set(['include', 'parse', 'evaluate']);

type ParseDirective = (cursor: Cursor, at: number, body: ParseBody) => Node;

const directives = new Map<string, ParseDirective>([
  ['set', parseSet],
  ['if', parseIf],
  ['foreach', parseForeach],
  ['define', parseDefine],
  ['macro', parseMacro],
  ['break', parseBreak],
  ['stop', (_, at) => ({ kind: 'stop', at })],
]);

const ends = new Set(['end', 'else', 'elseif']);

/** The name of the directive that starts here; undefined for a # that is text, like a colour's. */
export function directiveAt(cursor: Cursor): string | undefined {
  const match = cursor.peek(directiveName) ?? cursor.peek(blockCallName);
  const name = match?.[1] ?? match?.[2] ?? '';
  if (directives.has(name) || ends.has(name) || refused.has(name)) return name;
  const isCall = match !== null && cursor.unit.macros.has(name) && isCalled(cursor, match[0].length);
  return isCall ? name : undefined;
}

/** A macro's name without parentheses is text. */
function isCalled(cursor: Cursor, length: number): boolean {
  parenthesis.lastIndex = cursor.pos + length;
  return parenthesis.test(cursor.text);
}

/** Passes #end, #else or #elseif when it is one of `wanted`; those and the rest of their line print nothing. */
export function takeEnd(cursor: Cursor, wanted: readonly string[]): string | undefined {
  const name = directiveAt(cursor);
  if (name === undefined || !ends.has(name)) return undefined;
  if (!wanted.includes(name)) cursor.fail(`#${name} without a directive that it ends`);
  cursor.take(directiveName);
  if (name !== 'elseif') cursor.take(restOfLine);
  return name;
}

/** The directive or macro call that starts here, where directiveAt found one. */
export function parseDirective(cursor: Cursor, body: ParseBody): Node {
  const name = directiveAt(cursor) ?? '';
  const at = cursor.at;
  if (refused.has(name)) cursor.fail(`#${name} is not available in API Gateway`);
  if (cursor.take(blockCallName)) return parseCall(cursor, name, at, body, true);
  cursor.take(directiveName);
  const parse = directives.get(name);
  return parse ? cursor.nest(() => parse(cursor, at, body)) : parseCall(cursor, name, at, body, false);
}

function open(cursor: Cursor, directive: string): void {
  if (!cursor.take(parenthesis)) cursor.fail(`expected ( after ${directive}, found ${cursor.found()}`);
}

function parseSet(cursor: Cursor, at: number): Node {
  open(cursor, '#set');
  cursor.take(blank);
  const target = parseReference(cursor);
  if (!target) return cursor.fail(`expected a reference to set, found ${cursor.found()}`);
  if (target.steps.at(-1)?.kind === 'call') cursor.fail('a method call cannot be set', target.at);
  cursor.expect('=', 'in #set');
  const value = cursor.unit.grammar.expression(cursor);
  cursor.closeDirective('to close #set');
  return { kind: 'set', target, value, at };
}

const scopeStart = /[ \t]*\((?=\s*\$)/y;

/** #break, or #break($foreach.parent) for a loop further out. */
function parseBreak(cursor: Cursor, at: number): Node {
  if (!cursor.take(scopeStart)) return { kind: 'break', scope: null, at };
  cursor.take(blank);
  const scope = parseReference(cursor);
  cursor.closeDirective('to close #break(');
  return { kind: 'break', scope, at };
}

function parseCondition(cursor: Cursor, directive: string): Expression {
  open(cursor, directive);
  const condition = cursor.unit.grammar.expression(cursor);
  cursor.closeDirective(`to close ${directive}`);
  return condition;
}

function closed(cursor: Cursor, at: number, directive: string, end: string): void {
  if (end === '') cursor.fail(`${directive} is not closed by #end`, at);
}

function parseIf(cursor: Cursor, at: number, body: ParseBody): Node {
  const branches: Branch[] = [];
  let otherwise: Node[] = [];
  for (let end = 'elseif'; end === 'elseif'; ) {
    const condition = parseCondition(cursor, branches.length === 0 ? '#if' : '#elseif');
    const block = body(cursor, ['elseif', 'else', 'end']);
    branches.push({ condition, body: block.nodes });
    end = block.end;
    if (end === 'else') ({ nodes: otherwise, end } = body(cursor, ['end']));
    closed(cursor, at, '#if', end);
  }
  return { kind: 'if', branches, otherwise, at };
}

function parseBlock(cursor: Cursor, at: number, directive: string, body: ParseBody): Node[] {
  const block = body(cursor, ['end']);
  closed(cursor, at, directive, block.end);
  return block.nodes;
}

const inWord = /in(?![\w-])/y;

function parseForeach(cursor: Cursor, at: number, body: ParseBody): Node {
  open(cursor, '#foreach');
  const variable = parseVariable(cursor, 'in #foreach');
  cursor.take(blank);
  if (!cursor.take(inWord)) cursor.fail(`expected in after $${variable}, found ${cursor.found()}`);
  const items = cursor.unit.grammar.expression(cursor);
  cursor.closeDirective('to close #foreach(');
  return { kind: 'foreach', variable, items, body: parseBlock(cursor, at, '#foreach', body), at };
}

function parseDefine(cursor: Cursor, at: number, body: ParseBody): Node {
  open(cursor, '#define');
  const name = parseVariable(cursor, 'in #define');
  cursor.closeDirective('to close #define(');
  return { kind: 'define', name, body: parseBlock(cursor, at, '#define', body), at };
}

const separator = /[\s,]*/y;

function parseMacro(cursor: Cursor, at: number, body: ParseBody): Node {
  open(cursor, '#macro');
  const name = parseName(cursor, 'of the macro');
  const params: string[] = [];
  for (cursor.take(separator); !cursor.looksAt(')'); cursor.take(separator)) {
    params.push(parseVariable(cursor, `or ) in #macro(${name}`));
  }
  cursor.closeDirective('to close #macro(');
  return { kind: 'macro', name, params, body: parseBlock(cursor, at, '#macro', body), at };
}

function parseCall(cursor: Cursor, name: string, at: number, body: ParseBody, hasContent: boolean): Node {
  const args: Expression[] = [];
  open(cursor, `#${name}`);
  for (cursor.take(separator); !cursor.looksAt(')'); cursor.take(separator)) {
    args.push(cursor.nest(() => cursor.unit.grammar.operand(cursor)));
  }
  cursor.closeDirective(`to close #${name}(`);
  const content = hasContent ? cursor.nest(() => parseBlock(cursor, at, `#@${name}`, body)) : null;
  return { kind: 'call', name, args, content, at };
}
