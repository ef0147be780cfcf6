import { AwsRefusal } from '../AwsRefusal';
import type { Command, CommandCall } from '../Command';
import { answer, type Connection, connect } from '../connect';
import { connectionOptions, jsonOption } from '../connectionOptions';
import { NoAnswer, startCure } from '../noAnswer';
import { behind, type Health, pingGateway, readHealth } from '../readHealth';
import { paint } from '../Terminal';
import { version } from '../version';
import { wordsOf } from '../wordsOf';

interface Part {
  part: 'console' | 'gateway' | 'aws';
  ok: boolean;
  url: string;
  detail: string;
  /** of the console: what it said, with revision and workers */
  health?: Health;
}

const SILENT = 'does not answer';

export const status: Command = {
  usage: ['[--json]'],
  about: 'Asks console, gateway and AWS endpoint whether they are well. Needs no access key.',
  options: {
    'console-url': {
      value: 'URL',
      help: 'console and portal (GATEHOUSE_PUBLIC_URL; else http://localhost:3000)',
    },
    ...jsonOption,
    ...connectionOptions,
  },
  examples: ['gatehouse status', 'until gatehouse status > /dev/null 2>&1; do sleep 1; done'],
  async run(call) {
    wordsOf(call.words);
    const connection = connect(call);
    const parts = await Promise.all([consolePart(connection), gatewayPart(connection), awsPart(connection)]);
    const ok = parts.every((part) => part.ok);
    answer(call, { ok, version: version(), parts }, () => textOf(call, parts));
    return ok ? 0 : 1;
  },
};

function textOf({ terminal }: CommandCall, parts: Part[]): string {
  const lines = parts.map(({ part, ok, url, detail }) => {
    const tone = ok ? 'ok' : 'fail';
    return `${paint(terminal, tone, tone.padEnd(4))}  ${part.padEnd(7)}  ${url}  ${detail}\n`;
  });
  lines.push(`      version  ${version()} of this command\n`);
  return lines.join('') + (parts.some(({ detail }) => detail.startsWith(SILENT)) ? `${startCure}\n` : '');
}

async function consolePart({ consoleUrl: url }: Connection): Promise<Part> {
  return part('console', url, async () => {
    const health = await readHealth(url);
    const { state, ok, database, revision, workers } = health;
    if (workers === undefined) return { ok, detail: state, health };
    const late = behind(health).map(({ id }) => id);
    const fleet = late.length > 0 ? `workers ${late.join(', ')} behind` : `${workers.length} workers`;
    const store = database ? `revision ${revision}` : 'the database does not answer';
    return { ok, detail: `${state}, ${store}, ${fleet}`, health };
  });
}

const gatewayPart = ({ gatewayUrl: url }: Connection) =>
  part('gateway', url, async () => {
    await pingGateway(url);
    return { ok: true, detail: 'answers' };
  });

const awsPart = ({ endpointUrl: url, aws }: Connection) =>
  part('aws', url, async () => {
    try {
      return { ok: true, detail: `answers ${(await aws.whoAmI()).arn}` };
    } catch (error) {
      // Whether this caller may call is the doctor's question: who refuses is well.
      if (error instanceof AwsRefusal && error.status < 500) return { ok: true, detail: 'answers' };
      throw error;
    }
  });

async function part(
  name: Part['part'],
  url: string,
  ask: () => Promise<Omit<Part, 'part' | 'url'>>,
): Promise<Part> {
  try {
    return { part: name, url, ...(await ask()) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const detail = error instanceof NoAnswer ? `${SILENT} (${error.reason})` : reason;
    return { part: name, url, ok: false, detail };
  }
}
