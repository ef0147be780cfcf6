import type { SdkType } from '../SdkApi';
import { snakeCase } from '../words';

/** Python's own words and those that generated functions use themselves. */
export const PYTHON_WORDS: ReadonlySet<string> = new Set(
  'False None True and as assert async await body break call class continue def del elif else except finally for from global headers if import in is lambda nonlocal not or pass raise return self to_json try while with yield from_json data cls'.split(
    ' ',
  ),
);

export const pythonName = (text: string) => snakeCase(text);

const SCALARS = { string: 'str', integer: 'int', number: 'float', boolean: 'bool', any: 'Any' } as const;

/** As an annotation. @param prefix before classes, e.g. `models.` */
export function pythonType(type: SdkType, prefix = ''): string {
  if (type.kind === 'list') return `List[${pythonType(type.of, prefix)}]`;
  if (type.kind === 'map') return `Dict[str, ${pythonType(type.of, prefix)}]`;
  if (type.kind === 'class') return `${prefix}${type.name}`;
  return SCALARS[type.kind];
}

/** An expression that makes `value`, as JSON has it, what `type` says. */
export function pythonRead(type: SdkType, value: string, prefix = '', depth = 0): string {
  const one = `one${depth}`;
  if (type.kind === 'class')
    return `(${prefix}${type.name}.from_json(${value}) if isinstance(${value}, dict) else ${value})`;
  if (type.kind === 'list')
    return `([${pythonRead(type.of, one, prefix, depth + 1)} for ${one} in ${value}] if isinstance(${value}, list) else ${value})`;
  if (type.kind === 'map')
    return `({name: ${pythonRead(type.of, one, prefix, depth + 1)} for name, ${one} in ${value}.items()} if isinstance(${value}, dict) else ${value})`;
  return value;
}
