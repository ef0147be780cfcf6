import { type Budget, RenderFault } from './Budget';
import { toText } from './print';
import { ContextMap, fromPlain, JavaList, type Value } from './values';

type Values = Record<string, string | string[]>;
type Others = [name: string, value: Value][];

/** What templates assigned to $context.requestOverride and $context.responseOverride. */
export interface Overrides {
  requestOverride: { header: Values; path: Record<string, string>; querystring: Values };
  /** A status that is no integer from 100 to 599 is not here: API Gateway ignores it. */
  responseOverride: { header: Values; status?: number };
  /** Members of other names: nothing but the templates after this one sees them (recorded). */
  others?: { requestOverride: Others; responseOverride: Others };
}

/** "You may only override each parameter once": AWS answers a second assignment in one template with a 5XX. */
class OverrideMap extends ContextMap {
  private readonly assigned = new Set<string>();

  constructor(private readonly label: string) {
    super();
  }

  /** A value of an earlier template, which this one may replace. */
  inherit(name: string, value: Value): void {
    super.set(name, value);
  }

  override set(name: string, value: Value): this {
    if (this.get(name) instanceof OverrideMap)
      throw new RenderFault(`${this.label}.${name} cannot be replaced`);
    if (this.assigned.has(name)) throw new RenderFault(`${this.label}.${name} is overridden twice`);
    this.assigned.add(name);
    return super.set(name, value);
  }
}

type Side = 'requestOverride' | 'responseOverride';
const sides: [Side, maps: string[]][] = [
  ['requestOverride', ['header', 'path', 'querystring']],
  ['responseOverride', ['header']],
];
const known = new Set(['header', 'path', 'querystring', 'status']);

/** Puts the two override maps, filled from an earlier template, into the context of a rendering. */
export function addOverrides(context: ContextMap, earlier: Overrides | undefined): void {
  for (const [side, names] of sides) {
    const map = new OverrideMap(side);
    const before = fromPlain(earlier?.[side] ?? {}) as ContextMap;
    for (const name of names) map.inherit(name, inherited(`${side}.${name}`, before.get(name) ?? null));
    const status = before.get('status');
    if (status !== undefined && status !== null) map.inherit('status', status);
    for (const [name, value] of earlier?.others?.[side] ?? []) map.inherit(name, value);
    context.set(side, map);
  }
}

function inherited(label: string, values: Value): OverrideMap {
  const map = new OverrideMap(label);
  if (values instanceof Map) {
    for (const [name, value] of values)
      map.inherit(name, Array.isArray(value) ? JavaList.holding(value) : value);
  }
  return map;
}

export function noOverrides(): Overrides {
  return { requestOverride: { header: {}, path: {}, querystring: {} }, responseOverride: { header: {} } };
}

/** Reads the overrides out of a context that a template has worked on. */
export function collectOverrides(context: ContextMap, budget: Budget): Overrides {
  const values = (side: string, name: string) => collect(member(member(context, side), name), budget);
  const path = Object.entries(values('requestOverride', 'path')).map(([name, value]) => [
    name,
    String(value),
  ]);
  const status = toStatus(member(member(context, 'responseOverride'), 'status'));
  const others = {
    requestOverride: othersOf(context, 'requestOverride'),
    responseOverride: othersOf(context, 'responseOverride'),
  };
  const some = others.requestOverride.length + others.responseOverride.length > 0;
  return {
    requestOverride: {
      header: values('requestOverride', 'header'),
      path: Object.fromEntries(path),
      querystring: values('requestOverride', 'querystring'),
    },
    responseOverride: {
      header: values('responseOverride', 'header'),
      ...(status === undefined ? {} : { status }),
    },
    ...(some && { others }),
  };
}

function othersOf(context: ContextMap, side: Side): Others {
  const map = member(context, side);
  return map instanceof Map ? [...map].filter(([name]) => !known.has(name)) : [];
}

function member(map: Value, name: string): Value {
  return map instanceof Map ? (map.get(name) ?? null) : null;
}

function collect(map: Value, budget: Budget): Values {
  if (!(map instanceof Map)) return {};
  const given = [...map].filter(([, value]) => value !== null);
  return Object.fromEntries(
    given.map(([name, value]) => [
      name,
      Array.isArray(value) ? Array.from(value, (item) => toText(item, budget)) : toText(value, budget),
    ]),
  );
}

function toStatus(value: Value): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'string') return undefined;
  return /^[1-5]\d\d$/.test(String(value)) ? Number(value) : undefined;
}
