import * as v2 from '@aws-sdk/client-apigatewayv2';

export interface InputMember {
  /** on the wire */
  name: string;
  place: 'query' | 'body';
  type: 'text' | 'number' | 'switch' | 'list' | 'map' | 'object';
  isRequired: boolean;
}

export interface OperationInput {
  operation: string;
  method: string;
  path: string;
  members: InputMember[];
}

type Shape = unknown;
type Structure = [3, string, string, unknown, string[], Shape[], number?];

/** What each operation of the V2 API takes beside what its path names, from the schemas of AWS's client. */
export const v2Inputs: OperationInput[] = Object.values(v2).flatMap((shape: unknown) => {
  if (!Array.isArray(shape) || shape[0] !== 9) return [];
  const [, , operation, { http }, input] = shape as [
    9,
    string,
    string,
    { http: [string, string, number] },
    Shape,
  ];
  return [{ operation, method: http[0], path: http[1], members: membersOf(resolved(input)) }];
});

function membersOf(input: Shape): InputMember[] {
  if (!Array.isArray(input) || input[0] !== 3) return [];
  const [, , , , names, shapes, required = 0] = input as Structure;
  return names.flatMap((name, index) => {
    const [shape, traits] = shapes[index] as [Shape, Record<string, string> | number];
    if (typeof traits === 'number') return [];
    const { httpQuery, jsonName } = traits;
    const isRequired = index < required;
    return [
      {
        name: httpQuery ?? jsonName ?? name,
        place: httpQuery ? 'query' : 'body',
        type: typeOf(resolved(shape)),
        isRequired,
      },
    ];
  });
}

function typeOf(shape: Shape): InputMember['type'] {
  if (Array.isArray(shape))
    return ({ 1: 'list', 2: 'map', 3: 'object' } as const)[Number(shape[0])] ?? 'text';
  if (Number(shape) >= 128) return 'map';
  if (Number(shape) >= 64) return 'list';
  return ({ 1: 'number', 2: 'switch' } as const)[Number(shape)] ?? 'text';
}

/** Declared, not assigned: the list above is made before a constant here would be. */
function resolved(shape: Shape): Shape {
  return typeof shape === 'function' ? resolved(shape()) : shape;
}
