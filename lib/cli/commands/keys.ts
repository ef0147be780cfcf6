import { usageError } from '../CliFailure';
import type { Command, CommandCall } from '../Command';
import { answer, type Connection, connect } from '../connect';
import { connectionOptions, jsonOption } from '../connectionOptions';
import { type ApiKey, findKey, findPlan, type Plan } from '../findKey';
import { nearest } from '../nearest';
import { table } from '../table';
import { wordsOf } from '../wordsOf';

type Verb = (call: CommandCall, connection: Connection, words: string[]) => Promise<number>;

const verbs: Record<string, Verb> = {
  list,
  create,
  delete: remove,
  enable: (call, connection, words) => switchTo(true, call, connection, words),
  disable: (call, connection, words) => switchTo(false, call, connection, words),
};

export const keys: Command = {
  usage: [
    'list [--plan PLAN] [--values]',
    'create NAME [--plan PLAN] [--description TEXT] [--value VALUE] [--disabled]',
    'delete KEY',
    'enable KEY',
    'disable KEY',
  ],
  about:
    'API keys that callers send in the x-api-key header. KEY and PLAN are ids or names. A value is shown once, when the\nkey is made, and later only where --values asks for it.',
  options: {
    plan: { value: 'PLAN', help: 'list: the keys of this usage plan; create: put the key on it' },
    values: { help: 'list: with the values, which are secrets' },
    description: { value: 'TEXT', help: 'create: whose it is' },
    value: { value: 'VALUE', help: 'create: this value, of 20 letters or more, instead of a random one' },
    disabled: { help: 'create: not usable until it is enabled' },
    ...jsonOption,
    ...connectionOptions,
  },
  examples: [
    'gatehouse keys list --plan Free',
    "gatehouse keys create ada --plan Free --description 'Ada, until June'",
    'gatehouse keys disable ada',
  ],
  async run(call) {
    const [name = 'list', ...words] = call.words;
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (verb) return verb(call, connect(call), words);
    const meant = nearest(name, Object.keys(verbs));
    throw usageError(`keys cannot ${name}: ${meant ? `did you mean ${meant}?` : 'see --help'}`);
  },
};

async function list(call: CommandCall, { aws }: Connection, words: string[]): Promise<number> {
  wordsOf(words);
  const isSecretShown = call.flags.has('values');
  const all = await aws.list<ApiKey>('/apikeys', isSecretShown ? { includeValues: 'true' } : {});
  const plan = await planOf(call, aws);
  const members = plan && (await aws.list<{ id: string }>(`/usageplans/${plan.id}/keys`));
  const asked = members ? all.filter(({ id }) => members.some((member) => member.id === id)) : all;
  return answer(call, asked, () => {
    if (asked.length === 0) return 'No keys. Make one: gatehouse keys create NAME\n';
    const head = ['ID', 'NAME', 'ENABLED', 'CREATED', ...(isSecretShown ? ['VALUE'] : [])];
    return table(head, asked.map(rowOf));
  });
}

function rowOf({ id, name = '', enabled, createdDate, value }: ApiKey): string[] {
  const made = new Date(createdDate * 1_000).toISOString().slice(0, 10);
  return [id, name, enabled ? 'yes' : 'no', made, ...(value === undefined ? [] : [value])];
}

async function create(call: CommandCall, { aws }: Connection, words: string[]): Promise<number> {
  const { flags } = call;
  const { NAME: name } = wordsOf(words, 'NAME');
  const [description, value] = [flags.text('description'), flags.text('value')];
  // Before the key: one on no plan would be left behind.
  const plan = await planOf(call, aws);
  const key = await aws.v1<ApiKey>('POST', '/apikeys', {
    body: { name, enabled: !flags.has('disabled'), description, value },
  });
  if (plan) {
    const body = { keyId: key.id, keyType: 'API_KEY' };
    await aws.v1('POST', `/usageplans/${plan.id}/keys`, { body });
  }
  return answer(call, { ...key, ...(plan && { usagePlanId: plan.id }) }, () => {
    const where = plan ? `On plan ${plan.name}.` : 'On no plan: it opens nothing until a usage plan has it.';
    return `Made key ${name}: ${key.id}\n  ${key.value}\nThis value is not shown again. ${where}\n`;
  });
}

async function remove(call: CommandCall, { aws }: Connection, words: string[]): Promise<number> {
  const { id, name } = await findKey(aws, wordsOf(words, 'KEY').KEY);
  await aws.v1('DELETE', `/apikeys/${id}`);
  return answer(call, { id, deleted: true }, () => `Deleted key ${name ?? ''}: ${id}\n`);
}

async function switchTo(
  enabled: boolean,
  call: CommandCall,
  { aws }: Connection,
  words: string[],
): Promise<number> {
  const { id } = await findKey(aws, wordsOf(words, 'KEY').KEY);
  const patchOperations = [{ op: 'replace', path: '/enabled', value: String(enabled) }];
  const key = await aws.v1<ApiKey>('PATCH', `/apikeys/${id}`, { body: { patchOperations } });
  return answer(call, key, () => `${enabled ? 'Enabled' : 'Disabled'} key ${key.name ?? ''}: ${id}\n`);
}

async function planOf({ flags }: CommandCall, aws: Connection['aws']): Promise<Plan | undefined> {
  const text = flags.text('plan');
  return text === undefined ? undefined : findPlan(aws, text);
}
