import { BlockList, isIP } from 'node:net';
import { globMatches, parseGlob } from './glob';
import type { PolicyRequest } from './PolicyRequest';
import type { PolicyText } from './PolicyText';

/** Whether one value of the request keeps to one value of the policy. */
export type Comparison = (value: string, wanted: PolicyText, request: PolicyRequest) => boolean;

export interface ConditionOperator {
  compare: Comparison;
  /** true: holds when no wanted value fits; and when the key is absent */
  negated: boolean;
}

/** (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html) */
export const conditionOperators: ReadonlyMap<string, ConditionOperator> = new Map([
  ...pair('StringEquals', 'StringNotEquals', (value, wanted, request) => value === wanted.text(request)),
  ...pair(
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    (value, wanted, request) => value.toLowerCase() === wanted.text(request)?.toLowerCase(),
  ),
  ...pair('StringLike', 'StringNotLike', (value, wanted, request) => wanted.fits(value, request)),
  // AWS takes ArnEquals and ArnLike for the same: both know wildcards, in each of the six parts.
  ...pair('ArnEquals', 'ArnNotEquals', arnFits),
  ...pair('ArnLike', 'ArnNotLike', arnFits),
  ...pair('IpAddress', 'NotIpAddress', (value, wanted, request) => inRange(value, wanted.text(request))),
  ...pair(
    'NumericEquals',
    'NumericNotEquals',
    numeric((value, wanted) => value === wanted),
  ),
  ...pair(
    'DateEquals',
    'DateNotEquals',
    dated((value, wanted) => value === wanted),
  ),
  ...ordered('Numeric', numeric),
  ...ordered('Date', dated),
  plain('Bool', (value, wanted, request) => value.toLowerCase() === wanted.text(request)?.toLowerCase()),
  plain('BinaryEquals', (value, wanted, request) => value === wanted.text(request)),
]);

type Entry = [name: string, operator: ConditionOperator];

function plain(name: string, compare: Comparison): Entry {
  return [name, { compare, negated: false }];
}

function pair(name: string, negative: string, compare: Comparison): Entry[] {
  return [plain(name, compare), [negative, { compare, negated: true }]];
}

type Order = (value: number, wanted: number) => boolean;

function ordered(kind: string, comparison: (order: Order) => Comparison): Entry[] {
  return [
    plain(
      `${kind}LessThan`,
      comparison((value, wanted) => value < wanted),
    ),
    plain(
      `${kind}LessThanEquals`,
      comparison((value, wanted) => value <= wanted),
    ),
    plain(
      `${kind}GreaterThan`,
      comparison((value, wanted) => value > wanted),
    ),
    plain(
      `${kind}GreaterThanEquals`,
      comparison((value, wanted) => value >= wanted),
    ),
  ];
}

function numeric(order: Order): Comparison {
  return (value, wanted, request) => holds(order, numberOf(value), numberOf(wanted.text(request) ?? ''));
}

/** A decimal number; nothing, blanks and other notations, which Number would read, are none. */
function numberOf(text: string): number {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

function dated(order: Order): Comparison {
  return (value, wanted, request) => holds(order, timeOf(value), timeOf(wanted.text(request) ?? ''));
}

function holds(order: Order, value: number, wanted: number): boolean {
  return !Number.isNaN(value) && !Number.isNaN(wanted) && order(value, wanted);
}

/** ISO 8601, or seconds since the epoch. */
function timeOf(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** Each of the six parts by itself: a wildcard does not reach over a colon but in the last. */
function arnFits(value: string, wanted: PolicyText, request: PolicyRequest): boolean {
  const pattern = wanted.text(request);
  if (pattern === undefined || pattern === '*') return pattern === '*';
  const parts = sections(value);
  return sections(pattern).every((section, index) => globMatches(parseGlob(section), parts[index] ?? ''));
}

function sections(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** CIDR or a single address, of either family. */
function inRange(value: string, range = ''): boolean {
  const [network = '', bits] = range.split('/');
  const family = isIP(network);
  const address = value.replace(/^::ffff:(?=\d+\.)/i, '');
  if (family === 0 || isIP(address) !== family) return false;
  const most = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : Number(bits);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > most) return false;
  const list = new BlockList();
  const name = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(network, prefix, name);
  return list.check(address, name);
}
