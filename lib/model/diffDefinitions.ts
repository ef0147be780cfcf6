import type { Change } from './deployment';
import { diffMembers } from './diffMembers';
import type { Method } from './method';
import { methodMemberLabel } from './methodMemberLabel';
import type { RestApiDefinition } from './restApi';

/**
 * What `after` has that `before` has not, in sentences: the API itself, then resources and methods by path, then
 * models and validators by name. Ids do not count: the same path imported anew is the same resource.
 */
export function diffDefinitions(before: RestApiDefinition, after: RestApiDefinition): Change[] {
  const { name, description, version } = before;
  return [
    ...diffMembers(
      'API',
      { name, description, version },
      { name: after.name, description: after.description, version: after.version },
    ),
    ...diffNamed(resources(before), resources(after), (path) => `Resource ${path}`),
    ...diffNamed(methods(before), methods(after), (name) => name, methodMemberLabel),
    ...diffNamed(models(before), models(after), (name) => `Model ${name}`),
    ...diffNamed(validators(before), validators(after), (name) => `Request validator ${name}`),
  ];
}

type Named = Map<string, Record<string, unknown>>;

function diffNamed(
  before: Named,
  after: Named,
  subjectOf: (name: string) => string,
  label?: (path: string[]) => string,
): Change[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name): Change[] => {
    const subject = subjectOf(name);
    const [old, now] = [before.get(name), after.get(name)];
    if (!old) return [{ kind: 'added', subject, sentence: `${subject} added`, after: now }];
    if (!now) return [{ kind: 'removed', subject, sentence: `${subject} removed`, before: old }];
    return diffMembers(subject, old, now, label);
  });
}

/** Resources without methods only: a method's sentence names its path already. */
function resources({ resources: all }: RestApiDefinition): Named {
  const bare = all.filter(
    ({ path, resourceMethods }) => path !== '/' && Object.keys(resourceMethods).length === 0,
  );
  return new Map(bare.map(({ path }) => [path, {}]));
}

function methods({ resources: all, requestValidators }: RestApiDefinition): Named {
  const names = new Map(requestValidators.map(({ id, name }) => [id, name]));
  return new Map(
    all.flatMap(({ path, resourceMethods }) =>
      Object.values(resourceMethods).map((method) => [`${method.httpMethod} ${path}`, byName(method, names)]),
    ),
  );
}

/** A method that names its validator instead of giving its id. */
function byName(method: Method, validators: Map<string, string>): Record<string, unknown> {
  const { httpMethod, requestValidatorId, ...members } = method;
  const requestValidator = requestValidatorId && (validators.get(requestValidatorId) ?? requestValidatorId);
  return { ...members, requestValidator };
}

function models({ models: all }: RestApiDefinition): Named {
  return new Map(all.map(({ name, ...members }) => [name, members]));
}

function validators({ requestValidators: all }: RestApiDefinition): Named {
  return new Map(all.map(({ name, validateRequestParameters }) => [name, { validateRequestParameters }]));
}
