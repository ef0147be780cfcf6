import { usageError } from '../CliFailure';
import type { Command, CommandCall } from '../Command';
import { answer, type Connection, connect } from '../connect';
import { connectionOptions, jsonOption } from '../connectionOptions';
import { type Deployed, deployedText, deployTo } from '../deployTo';
import { apisNamed, findApi, type RestApi } from '../findApi';
import { readDocument } from '../readDocument';
import { during } from '../Terminal';
import { wordsOf } from '../wordsOf';

export const importApi: Command = {
  usage: ['FILE [--api API | --name NAME] [--mode merge|overwrite] [--deploy STAGE]'],
  about:
    'Makes a REST API of an OpenAPI 2 or 3 document (JSON or YAML; FILE - is stdin), or changes one by it. What AWS\nwould warn of is told line by line.',
  options: {
    api: { value: 'API', help: 'change this one (id or name); without it a new one is made' },
    name: { value: 'NAME', help: 'change the one of this name, or make it' },
    mode: {
      value: 'MODE',
      help: 'merge (default) keeps what the document does not name; overwrite does not',
    },
    basepath: { value: 'HOW', help: 'ignore (default), prepend or split the base path of the document' },
    'fail-on-warnings': { help: 'change nothing when there are warnings' },
    deploy: { value: 'STAGE', help: 'deploy to this stage afterwards' },
    ...jsonOption,
    ...connectionOptions,
  },
  examples: [
    'gatehouse import petstore.yaml --deploy dev',
    'gatehouse import petstore.yaml --name PetStore --mode overwrite --fail-on-warnings --deploy prod',
    'curl -s https://example.com/openapi.json | gatehouse import -',
  ],
  async run(call) {
    const { flags, terminal } = call;
    const { FILE } = wordsOf(call.words, 'FILE');
    const mode = flags.oneOf('mode', ['merge', 'overwrite']) ?? 'merge';
    const stageName = flags.text('deploy');
    const query = queryOf(call);
    if (flags.text('api') !== undefined && flags.text('name') !== undefined)
      throw usageError('--api and --name exclude each other');
    const connection = connect(call);
    const document = await readDocument(FILE, terminal);
    const imported = await during(terminal, 'Importing ...', async () =>
      send(connection, await targetOf(call, connection), document, mode, query),
    );
    const api = await named(connection, imported, flags.text('name'));
    const deployed = stageName === undefined ? undefined : await deployTo(connection, api.id, stageName);
    const { id, name, warnings = [] } = api;
    return answer(call, { id, name, warnings, ...(deployed && { deployment: deployed }) }, () =>
      textOf(api, warnings, deployed),
    );
  },
};

function queryOf({ flags }: CommandCall): Record<string, string> {
  const basepath = flags.oneOf('basepath', ['ignore', 'prepend', 'split']);
  return {
    ...(basepath && { basepath }),
    ...(flags.has('fail-on-warnings') && { failonwarnings: 'true' }),
  };
}

/** The API to change; undefined: a new one. */
async function targetOf({ flags }: CommandCall, { aws }: Connection): Promise<RestApi | undefined> {
  const [api, name] = [flags.text('api'), flags.text('name')];
  if (api !== undefined) return findApi(aws, api);
  return name === undefined ? undefined : apisNamed(aws, name);
}

function send(
  { aws }: Connection,
  target: RestApi | undefined,
  body: string,
  mode: string,
  query: Record<string, string>,
): Promise<RestApi> {
  if (!target) return aws.v1('POST', '/restapis', { query: { mode: 'import', ...query }, body });
  return aws.v1('PUT', `/restapis/${target.id}`, { query: { mode, ...query }, body });
}

/** The document's title is the name, unless another was asked for. */
async function named({ aws }: Connection, api: RestApi, name: string | undefined): Promise<RestApi> {
  if (name === undefined || api.name === name) return api;
  const patchOperations = [{ op: 'replace', path: '/name', value: name }];
  const renamed = await aws.v1<RestApi>('PATCH', `/restapis/${api.id}`, { body: { patchOperations } });
  return { ...renamed, ...(api.warnings && { warnings: api.warnings }) };
}

function textOf({ id, name }: RestApi, warnings: string[], deployed: Deployed | undefined): string {
  const told = warnings.map((warning) => `  warning: ${warning}\n`).join('');
  const next = deployed
    ? deployedText(deployed)
    : `Not deployed yet. Deploy it:\n  gatehouse deploy ${id} dev\n`;
  return `Imported ${name}: ${id}\n${told}${next}`;
}
