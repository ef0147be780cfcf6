import * as v1 from '@aws-sdk/client-api-gateway';
import * as v2 from '@aws-sdk/client-apigatewayv2';
import * as cognito from '@aws-sdk/client-cognito-identity-provider';

/** A shape as the SDK's schemas write it: a number, [type, namespace, name, traits, ...], or a function that gives one. */
type Shape = unknown;

const LIST = 64;
const MAP = 128;

/**
 * Holds an answer of the V1 or V2 API to the shape that AWS's client has for it: the operation's status, no member that the
 * shape lacks, and each of its type.
 * @param url path and query
 * @throws Error naming operation and member
 */
export function checkShape(method: string, url: string, answer: { status: number; text: string }): void {
  if (answer.status >= 300) return;
  const [path = '', query = ''] = url.split('?');
  const fitting = operations.filter((each) => each.method === method && each.path.test(path));
  const named = fitting.find(({ needed }) => needed !== undefined && query.split('&').includes(needed));
  const operation = named ?? fitting.find(({ needed }) => needed === undefined);
  if (!operation) throw new Error(`${method} ${url} is no operation of the client`);
  const { name, output, status } = operation;
  if (status !== answer.status) throw new Error(`${name} answers ${answer.status}, not ${status}`);
  const [, , , , members] = listOf(resolved(output));
  if (answer.text === '' || isFile(output)) return;
  const value: unknown = JSON.parse(answer.text);
  if (!Array.isArray(members)) throw new Error(`${name} answers ${answer.text}, and AWS nothing`);
  check(value, output, name);
}

/** The same for a call of Cognito's, which its target names. @throws Error naming operation and member */
export function checkCognitoShape(target: string, answer: { status: number; text: string }): void {
  if (answer.status >= 300) return;
  const name = target.split('.')[1] ?? '';
  const [, , , , , output] = listOf(Object.entries(cognito).find(([key]) => key === `${name}$`)?.[1]);
  if (output === undefined) throw new Error(`${name} is no operation of the client`);
  check(JSON.parse(answer.text), output, name);
}

const operations = [...Object.values(v1), ...Object.values(v2)].flatMap((shape: unknown) => {
  if (!Array.isArray(shape) || shape[0] !== 9) return [];
  const [, , name, { http }, , output] = shape as [
    9,
    string,
    string,
    { http: [string, string, number] },
    Shape,
    Shape,
  ];
  const [template = '', needed] = http[1].split('?');
  const path = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
  return [{ name, method: http[0], path, needed, output, status: http[2] }];
});

/** A document or an archive: its members are headers and the body itself. */
function isFile(output: Shape): boolean {
  const [, , name] = listOf(resolved(output));
  return name === 'ExportResponse' || name === 'SdkResponse' || name === 'ExportApiResponse';
}

function check(value: unknown, shape: Shape, at: string): void {
  if (value === null || value === undefined) return;
  const whole = resolved(shape);
  if (typeof whole === 'number') {
    if (whole >= MAP) eachMember(value, whole - MAP, at);
    else if (whole >= LIST) each(value, whole - LIST, at);
    else simple(value, whole, at);
    return;
  }
  const [type, , , , first, second] = listOf(whole);
  if (type === 1) each(value, first, at);
  else if (type === 2) eachMember(value, second, at);
  else if (type === 3) structure(value, first as string[], second as Shape[], at);
  else simple(value, Number(first), at);
}

function structure(value: unknown, names: string[], shapes: Shape[], at: string): void {
  const wire = new Map(
    names.map((name, index) => [jsonNameOf(shapes[index]) ?? name, memberShape(shapes[index])]),
  );
  for (const [name, member] of Object.entries(objectAt(value, at))) {
    if (!wire.has(name)) throw new Error(`${at} has ${name}, which AWS's shape has not`);
    check(member, wire.get(name), `${at}.${name}`);
  }
}

/** A member may be [shape, traits]. */
const memberShape = (shape: Shape): Shape =>
  Array.isArray(shape) && shape.length === 2 ? (shape[0] as Shape) : shape;

function jsonNameOf(shape: Shape): string | undefined {
  const [, traits] = Array.isArray(shape) && shape.length === 2 ? (shape as [Shape, unknown]) : [];
  return typeof traits === 'object' && traits !== null && 'jsonName' in traits
    ? String(traits.jsonName)
    : undefined;
}

function each(value: unknown, shape: Shape, at: string): void {
  if (!Array.isArray(value)) throw new Error(`${at} is no list`);
  for (const [index, item] of value.entries()) check(item, memberShape(shape), `${at}[${index}]`);
}

function eachMember(value: unknown, shape: Shape, at: string): void {
  for (const [key, item] of Object.entries(objectAt(value, at)))
    check(item, memberShape(shape), `${at}.${key}`);
}

const types: Record<number, string> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'number',
  5: 'string',
  7: 'number',
};

function simple(value: unknown, type: number, at: string): void {
  const wanted = types[type];
  if (wanted !== undefined && typeof value !== wanted)
    throw new Error(`${at} is ${JSON.stringify(value)}, and AWS's a ${wanted}`);
}

function objectAt(value: unknown, at: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${at} is no object`);
  return value;
}

const resolved = (shape: Shape): Shape => (typeof shape === 'function' ? resolved(shape()) : shape);
const listOf = (shape: Shape): unknown[] => (Array.isArray(shape) ? shape : [shape]);
