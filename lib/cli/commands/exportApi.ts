import { writeFile } from 'node:fs/promises';
import { CliFailure } from '../CliFailure';
import type { Command, CommandCall } from '../Command';
import { type Connection, connect } from '../connect';
import { connectionOptions } from '../connectionOptions';
import { findApi } from '../findApi';
import { reasonOf } from '../noAnswer';
import { wordsOf } from '../wordsOf';

const formats = ['json', 'yaml'] as const;

export const exportApi: Command = {
  usage: ['API [--stage STAGE] [--type oas30|swagger] [--format json|yaml] [--extensions LIST] [-o FILE]'],
  about: 'Writes what is deployed on a stage of a REST API (id or name) as an OpenAPI document.',
  options: {
    stage: { value: 'STAGE', help: 'may be left away where there is only one' },
    type: { value: 'TYPE', help: 'oas30 (default) or swagger' },
    format: { value: 'FORMAT', help: 'json (default) or yaml; by the name of FILE where it is not given' },
    extensions: {
      value: 'LIST',
      help: 'apigateway (all of them, for import), integrations, authorizers, validators, documentation, postman',
    },
    output: { value: 'FILE', short: 'o', help: 'instead of stdout' },
    ...connectionOptions,
  },
  examples: [
    'gatehouse export PetStore --stage dev --extensions apigateway -o petstore.yaml',
    'gatehouse export a1b2c3d4e5 --type swagger | jq .paths',
  ],
  async run(call) {
    const { flags, terminal } = call;
    const { API } = wordsOf(call.words, 'API');
    const type = flags.oneOf('type', ['oas30', 'swagger']) ?? 'oas30';
    const file = flags.text('output');
    const format = flags.oneOf('format', formats) ?? (/\.ya?ml$/i.test(file ?? '') ? 'yaml' : 'json');
    const connection = connect(call);
    const { id } = await findApi(connection.aws, API);
    const stage = await stageOf(call, connection, id);
    const extensions = flags.text('extensions');
    const { text } = await connection.aws.send('apigateway', {
      method: 'GET',
      path: `/restapis/${id}/stages/${encodeURIComponent(stage)}/exports/${type}`,
      headers: { accept: `application/${format}` },
      ...(extensions !== undefined && { query: { extensions } }),
    });
    const document = text.endsWith('\n') ? text : `${text}\n`;
    if (file === undefined) terminal.out(document);
    else await save(file, document);
    return 0;
  },
};

async function stageOf({ flags }: CommandCall, { aws }: Connection, id: string): Promise<string> {
  const given = flags.text('stage');
  if (given !== undefined) return given;
  const { item } = await aws.v1<{ item: { stageName: string }[] }>('GET', `/restapis/${id}/stages`);
  const names = item.map(({ stageName }) => stageName);
  const [only, ...others] = names;
  if (only === undefined) throw new CliFailure(`${id} has no stage: gatehouse deploy ${id} dev makes one.`);
  if (others.length > 0) throw new CliFailure(`Say which stage by --stage: ${names.join(', ')}.`, 2);
  return only;
}

async function save(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new CliFailure(`${file} cannot be written: ${reasonOf(error)}.`);
  });
}
