import type { SdkType } from '../SdkApi';

/** Java's own words, and what every object and generated function has. */
export const JAVA_WORDS: ReadonlySet<string> = new Set(
  'abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null var record yield getClass hashCode equals toString clone notify notifyAll wait finalize toJson fromJson json body headers answer call encode encodePath'.split(
    ' ',
  ),
);

const SCALARS = {
  string: 'String',
  integer: 'Long',
  number: 'Double',
  boolean: 'Boolean',
  any: 'Object',
} as const;

export function javaType(type: SdkType): string {
  if (type.kind === 'list') return `List<${javaType(type.of)}>`;
  if (type.kind === 'map') return `Map<String, ${javaType(type.of)}>`;
  if (type.kind === 'class') return type.name;
  return SCALARS[type.kind];
}

/** An expression that makes `value`, as Json read it, what `type` says; null where it is something else. */
export function javaRead(type: SdkType, value: string, depth = 0): string {
  const one = `one${depth}`;
  if (type.kind === 'class') return `Values.object(${value}, ${type.name}::fromJson)`;
  if (type.kind === 'list') return `Values.list(${value}, ${one} -> ${javaRead(type.of, one, depth + 1)})`;
  if (type.kind === 'map') return `Values.map(${value}, ${one} -> ${javaRead(type.of, one, depth + 1)})`;
  if (type.kind === 'any') return value;
  if (type.kind === 'integer') return `Values.integer(${value})`;
  if (type.kind === 'number') return `Values.number(${value})`;
  return `Values.as(${value}, ${SCALARS[type.kind]}.class)`;
}
