import { type ConditionOperator, conditionOperators } from './conditionOperators';
import { MalformedPolicy, type PolicyRequest } from './PolicyRequest';
import { PolicyText } from './PolicyText';
import { textsOf } from './readPolicy';

/** Whether a request meets a statement's conditions: all operators, and within one all keys. */
export type Condition = (request: PolicyRequest) => boolean;

type Quantifier = 'ForAllValues' | 'ForAnyValue' | undefined;

/** @throws MalformedPolicy */
export function compileConditions(source: unknown, hasVariables: boolean, path: string): Condition[] {
  if (source === undefined) return [];
  if (typeof source !== 'object' || source === null || Array.isArray(source))
    throw new MalformedPolicy(path, 'must be an object of operators');
  return Object.entries(source).flatMap(([operator, keys]: [string, unknown]) => {
    const place = `${path}.${operator}`;
    if (typeof keys !== 'object' || keys === null || Array.isArray(keys))
      throw new MalformedPolicy(place, 'must be an object of condition keys');
    return Object.entries(keys).map(([key, wanted]: [string, unknown]) =>
      compileOne(operator, key, wanted, hasVariables, place),
    );
  });
}

function compileOne(
  name: string,
  key: string,
  wanted: unknown,
  hasVariables: boolean,
  path: string,
): Condition {
  const [, prefix, base = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const texts = textsOf(wanted, `${path}.${key}`);
  const wantedKey = key.toLowerCase();
  if (base === 'Null') return isNull(wantedKey, texts, path);
  const operator = conditionOperators.get(base);
  if (!operator) throw new MalformedPolicy(path, `${name} is no condition operator`);
  const values = texts.map((text) => new PolicyText(text, hasVariables));
  const quantifier = prefix as Quantifier;
  return (request) => {
    const found = request.context.get(wantedKey);
    if (found === undefined || found.length === 0)
      return absent(operator, quantifier, ifExists !== undefined);
    const fits = (value: string) => fitsOne(operator, value, values, request);
    return quantifier === 'ForAllValues' ? found.every(fits) : some(found, fits, operator, quantifier);
  };
}

/** A negated operator without a quantifier wants every value of the request to differ. */
function some(
  found: readonly string[],
  fits: (value: string) => boolean,
  { negated }: ConditionOperator,
  quantifier: Quantifier,
): boolean {
  return negated && quantifier === undefined ? found.every(fits) : found.some(fits);
}

function fitsOne(
  { compare, negated }: ConditionOperator,
  value: string,
  wanted: PolicyText[],
  request: PolicyRequest,
): boolean {
  return wanted.some((one) => compare(value, one, request)) !== negated;
}

function absent({ negated }: ConditionOperator, quantifier: Quantifier, ifExists: boolean): boolean {
  if (quantifier === 'ForAnyValue') return false;
  return ifExists || negated || quantifier === 'ForAllValues';
}

/** `"Null": {"key": "true"}`: the key must be absent. */
function isNull(key: string, texts: string[], path: string): Condition {
  const [text = ''] = texts;
  if (texts.length !== 1 || !/^(true|false)$/i.test(text))
    throw new MalformedPolicy(`${path}.${key}`, 'must be "true" or "false"');
  const wanted = text.toLowerCase() === 'true';
  return ({ context }) => ((context.get(key)?.length ?? 0) === 0) === wanted;
}
