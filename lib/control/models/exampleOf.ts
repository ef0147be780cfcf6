import type { Shape } from './shapeOf';

/** A shape as a value of JSON. */
export function exampleOf(shape: Shape): unknown {
  if (shape.kind === 'scalar') return shape.value;
  if (shape.kind === 'tuple') return shape.items.map(exampleOf);
  if (shape.kind === 'array') return shape.item ? [shape.item, ...shape.others].map(exampleOf) : [];
  return Object.fromEntries(shape.members.map(([name, member]) => [name, exampleOf(member)]));
}
