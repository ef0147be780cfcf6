import { compileModels } from '@gatehouse/gateway/snapshot';
import type { ApiModel } from '@/lib/model/restApi';
import { modelNames } from './modelNames';

/** Finding out that a schema does not compile may take long: some are enough. */
const MOST = 20;

/**
 * Which of `names` the engine would not take, with the reason: the first 20. What passes here deploys with any method.
 * @param models all of the API's
 */
export function refuseSchemas(models: readonly ApiModel[], names: readonly string[]): Map<string, string> {
  const compile = compileModels(models);
  const byName = new Map(models.map((model) => [model.name, model]));
  const refused = new Map<string, string>();
  for (const name of names) {
    if (refused.size === MOST) break;
    const missing = modelNames(byName.get(name)?.schema ?? '').find((other) => !byName.has(other));
    const reason = missing ? `there is no model ${missing}` : reasonOf(() => compile(name), name);
    if (reason) refused.set(name, `Invalid model schema specified: ${reason}`);
  }
  return refused;
}

function reasonOf(compile: () => unknown, name: string): string | null {
  try {
    compile();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.replace(`model ${name}: `, '');
  }
}

/** The model and those that come to it, over other models too. */
export function dependents(models: readonly ApiModel[], name: string): string[] {
  const found = new Set([name]);
  const named = models.map((model) => ({ name: model.name, names: modelNames(model.schema) }));
  for (let grown = true; grown; ) {
    const more = named.filter(
      (model) => !found.has(model.name) && model.names.some((each) => found.has(each)),
    );
    for (const model of more) found.add(model.name);
    grown = more.length > 0;
  }
  return [...found];
}
