type Members = Record<string, unknown>;

/** Members that are replaced whole; every other object is merged by key. */
const whole = new Set(['corsConfiguration']);

/**
 * V2's update: what is absent stays, maps are merged by key, '' takes a key away and `{}` a status code's mappings
 * (reference/control-plane.md section 6, http-apis.md section 7).
 */
export function mergeMembers<Settings extends object>(before: Settings, change: object): Settings {
  const merged: Members = Object.fromEntries(Object.entries(before));
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const old = merged[name];
    merged[name] = isMap(value) && !whole.has(name) ? mergeMap(isMap(old) ? old : {}, value, name) : value;
  }
  return merged as Settings;
}

function mergeMap(before: Members, change: Members, name: string): Members {
  const merged: Members = { ...before };
  for (const [key, value] of Object.entries(change)) {
    const cleared = name === 'responseParameters' && isMap(value) && Object.keys(value).length === 0;
    const old = merged[key];
    if (value === '' || cleared) delete merged[key];
    else merged[key] = isMap(value) ? mergeMap(isMap(old) ? old : {}, value, '') : value;
  }
  return merged;
}

const isMap = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without what says nothing: absent members, empty texts, lists and maps. AWS answers none of them. */
export function tidy<Settings extends object>(settings: Settings): Settings {
  const said = Object.entries(settings).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(said) as Settings;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
