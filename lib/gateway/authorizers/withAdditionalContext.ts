import { buildContext } from '../mapping/buildContext';
import { Exchange, type ExchangeFacts } from '../mapping/Exchange';

type Context = Readonly<Record<string, unknown>>;

/**
 * Facts whose `$context` has these members besides, or in place of its own.
 * @param additional by path: `identity.sourceIp`
 */
export function withAdditionalContext(
  facts: ExchangeFacts,
  additional: Readonly<Record<string, string>>,
): ExchangeFacts {
  const own = buildContext(new Exchange(facts));
  const context = Object.entries(additional).reduce<Context>(
    (whole, [path, value]) => overlaid(whole, path.split('.'), value),
    own,
  );
  return { ...facts, context: () => ({ ...context }) };
}

function overlaid(context: Context, [name = '', ...rest]: readonly string[], value: string): Context {
  if (rest.length === 0) return { ...context, [name]: value };
  // No member of Object.prototype is one of the context's.
  const inner = Object.hasOwn(context, name) ? context[name] : undefined;
  return { ...context, [name]: overlaid(isContext(inner) ? inner : {}, rest, value) };
}

const isContext = (value: unknown): value is Context => typeof value === 'object' && value !== null;
