import { GatewayError } from '../../GatewayError';
import { parseJson } from '../../mapping/parseJson';

/** A list: JSON, or texts parted by commas. */
export function listOf(value: string): string[] {
  if (!value.trimStart().startsWith('[')) return value.split(',').map((one) => one.trim());
  const list = jsonOf(value);
  if (!Array.isArray(list)) throw new GatewayError('DEFAULT_4XX', 'A parameter is no list');
  return list.map(String);
}

/** @throws GatewayError DEFAULT_4XX for what is no object of objects */
export function attributesOf(value: string): [name: string, parts: Record<string, unknown>][] {
  const map = jsonOf(value);
  if (typeof map !== 'object' || map === null || Array.isArray(map))
    throw new GatewayError('DEFAULT_4XX', 'Message attributes are no object');
  return Object.entries(map).map(([name, parts]: [string, unknown]) => {
    if (typeof parts !== 'object' || parts === null)
      throw new GatewayError('DEFAULT_4XX', 'A message attribute is no object');
    return [name, parts as Record<string, unknown>];
  });
}

/** Seconds since the epoch, of such a number or of an ISO 8601 text. */
export function timeOf(value: string): number {
  const time = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value) / 1_000;
  if (!Number.isFinite(time)) throw new GatewayError('DEFAULT_4XX', 'A parameter is no time');
  return time;
}

function jsonOf(value: string): unknown {
  try {
    return parseJson(value);
  } catch {
    throw new GatewayError('DEFAULT_4XX', 'A parameter is not JSON');
  }
}
