import { limits } from '../Budget';
import { Decimal, toNumber } from '../Decimal';
import type { Value } from '../values';
import { blank, type Cursor } from './Cursor';
import type { BinaryOperator, Expression } from './nodes';
import { parseReference } from './parseReference';
import { parseString } from './parseString';

/** Weakest first; each level's operators group to the left. Words end where a letter or digit does not follow. */
const levels: RegExp[] = [
  /\|\||or(?![\w-])/y,
  /&&|and(?![\w-])/y,
  /==|!=|(?:eq|ne)(?![\w-])/y,
  /<=|>=|<|>|(?:lt|le|gt|ge)(?![\w-])/y,
  /[+-]/y,
  /[*/%]/y,
];

const symbols: Record<string, BinaryOperator> = {
  '||': '||',
  or: '||',
  '&&': '&&',
  and: '&&',
  '==': '==',
  eq: '==',
  '!=': '!=',
  ne: '!=',
  '<': '<',
  lt: '<',
  '<=': '<=',
  le: '<=',
  '>': '>',
  gt: '>',
  '>=': '>=',
  ge: '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
};

export function parseExpression(cursor: Cursor): Expression {
  return cursor.nest(() => parseLevel(cursor, 0));
}

function parseLevel(cursor: Cursor, level: number): Expression {
  const operators = levels[level];
  if (!operators) return parseNot(cursor);
  let left = parseLevel(cursor, level + 1);
  for (let count = 0; ; count++) {
    cursor.take(blank);
    const match = cursor.take(operators);
    const operator = match && symbols[match[0]];
    if (!operator) return left;
    if (count >= limits.operators) cursor.fail(`more than ${limits.operators} operators in a row`);
    left = { kind: 'binary', operator, left, right: parseLevel(cursor, level + 1) };
  }
}

const notOperator = /!|not(?![\w-])/y;

function parseNot(cursor: Cursor): Expression {
  cursor.take(blank);
  if (!cursor.take(notOperator)) return parseOperand(cursor);
  return { kind: 'not', operand: cursor.nest(() => parseNot(cursor)) };
}

const numberLiteral = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|-?\.\d+/y;
const booleanLiteral = /(?:true|false)(?![\w-])/y;

/** A literal, a reference, a list, a range, a map or an expression in parentheses. */
export function parseOperand(cursor: Cursor): Expression {
  cursor.take(blank);
  const number = cursor.take(numberLiteral);
  if (number) return { kind: 'literal', value: literalNumber(number[0]) };
  const boolean = cursor.take(booleanLiteral);
  if (boolean) return { kind: 'literal', value: boolean[0] === 'true' };
  return parseBracketed(cursor) ?? parseString(cursor) ?? parseReference(cursor) ?? unexpected(cursor);
}

/** A literal with a fraction is a Double and prints as one; those of JSON print as they are spelled. */
function literalNumber(text: string): Value {
  return /^-?\d+$/.test(text) ? toNumber(text) : new Decimal(Number(text));
}

function unexpected(cursor: Cursor): never {
  return cursor.fail(`expected a value, found ${cursor.found()}`);
}

function parseBracketed(cursor: Cursor): Expression | null {
  if (cursor.skip('(')) {
    const inner = parseExpression(cursor);
    cursor.expect(')', 'to close a parenthesis');
    return inner;
  }
  if (cursor.skip('[')) return parseList(cursor);
  return cursor.skip('{') ? parseMap(cursor) : null;
}

function parseList(cursor: Cursor): Expression {
  const items: Expression[] = [];
  cursor.take(blank);
  if (cursor.skip(']')) return { kind: 'list', items };
  const first = parseExpression(cursor);
  cursor.take(blank);
  if (cursor.skip('..')) {
    const to = parseExpression(cursor);
    cursor.expect(']', 'to close a range');
    return { kind: 'range', from: first, to };
  }
  items.push(first);
  while (cursor.skip(',')) {
    items.push(parseExpression(cursor));
    cursor.take(blank);
  }
  cursor.expect(']', 'to close a list');
  return { kind: 'list', items };
}

function parseMap(cursor: Cursor): Expression {
  const entries: [Expression, Expression][] = [];
  cursor.take(blank);
  if (cursor.skip('}')) return { kind: 'map', entries };
  do {
    const key = parseExpression(cursor);
    cursor.expect(':', 'between key and value of a map');
    entries.push([key, parseExpression(cursor)]);
    cursor.take(blank);
  } while (cursor.skip(','));
  cursor.expect('}', 'to close a map');
  return { kind: 'map', entries };
}
