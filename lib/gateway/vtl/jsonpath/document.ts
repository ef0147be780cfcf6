import { Decimal } from '../Decimal';

/** Documents are Maps (a template's) or plain objects (JSON.parse's); only own members are seen of either. */
export function isRecord(node: unknown): node is Map<string, unknown> | Record<string, unknown> {
  if (node instanceof Map) return true;
  return typeof node === 'object' && node !== null && Object.getPrototypeOf(node) === Object.prototype;
}

export function memberOf(node: unknown, name: string): unknown {
  if (node instanceof Map) return node.get(name);
  return isRecord(node) && Object.hasOwn(node, name) ? (node as Record<string, unknown>)[name] : undefined;
}

export function indexOf(node: unknown, index: number): unknown {
  return Array.isArray(node) ? node.at(index) : undefined;
}

export function childrenOf(node: unknown): unknown[] {
  if (Array.isArray(node)) return node;
  if (node instanceof Map) return [...node.values()];
  return isRecord(node) ? Object.values(node) : [];
}

/** Never asks a document's object for its valueOf: that may be data. */
export function isNumeric(value: unknown): value is number | bigint | Decimal {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal;
}
