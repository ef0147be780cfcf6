import type { Shape } from './shapeOf';

/**
 * A mapping template that takes a value of this shape apart and puts it together again, in the form of AWS's
 * default_template: each member by name, arrays by `#foreach`.
 */
export function templateOf(shape: Shape): string {
  return `#set($inputRoot = $input.path('$'))\n${write(shape, '$inputRoot', '', 1)}`;
}

/** @param reference what the value is in the template; @param loop number of the next loop variable */
function write(shape: Shape, reference: string, indent: string, loop: number): string {
  if (shape.kind === 'scalar') return scalar(shape.value, reference);
  const inner = `${indent}  `;
  if (shape.kind === 'array') return array(shape.item, reference, indent, loop);
  const members =
    shape.kind === 'tuple'
      ? shape.items.map((item, index) => write(item, `${reference}.get(${index})`, inner, loop))
      : shape.members.map(
          ([name, member]) =>
            `${JSON.stringify(name)} : ${write(member, `${reference}${accessor(name)}`, inner, loop)}`,
        );
  const [open, close] = shape.kind === 'tuple' ? '[]' : '{}';
  if (members.length === 0) return `${open}${close}`;
  return `${open}\n${members.map((member) => `${inner}${member}`).join(',\n')}\n${indent}${close}`;
}

function scalar(value: unknown, reference: string): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? `"${reference}"` : reference;
}

function array(item: Shape | null, reference: string, indent: string, loop: number): string {
  if (!item) return '[]';
  const variable = `$elem${loop === 1 ? '' : loop}`;
  const inner = `${indent}  `;
  const each = write(item, variable, inner, loop + 1);
  return `[\n#foreach(${variable} in ${reference})\n${inner}${each}#if($foreach.hasNext),#end\n\n#end\n${indent}]`;
}

/** A name that is no identifier of the template language is asked for by its text. */
function accessor(name: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return `.${name}`;
  return `.get('${name.replaceAll("'", "''")}')`;
}
