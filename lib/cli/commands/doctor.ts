import { ownAddress } from '@/lib/runtime/config';
import { StartFailure } from '@/lib/runtime/StartFailure';
import type { Command, CommandCall } from '../Command';
import { answer, type Connection, connect } from '../connect';
import { connectionOptions, jsonOption } from '../connectionOptions';
import { checkDataDir, checkDisk } from '../doctor/dataDirectory';
import { type Finding, fail } from '../doctor/Finding';
import { ask, checkClock, checkCredentials, checkHealth } from '../doctor/installation';
import { checkHostNames, checkNode, checkPython } from '../doctor/machine';
import { type Answering, checkPorts } from '../doctor/ports';
import { pingGateway, readHealth } from '../readHealth';
import { during, paint, type Terminal } from '../Terminal';
import { wordsOf } from '../wordsOf';

export const doctor: Command = {
  usage: ['[--json]'],
  about:
    'Tries what commonly goes wrong, on this machine and of the installation, and says the cure. Call it with the\nvariables and in the folder that Gatehouse is started with. Ends with 1 when a line fails.',
  options: {
    'console-url': {
      value: 'URL',
      help: 'console and portal (GATEHOUSE_PUBLIC_URL; else http://localhost:3000)',
    },
    ...jsonOption,
    ...connectionOptions,
  },
  examples: ['gatehouse doctor', 'gatehouse doctor --json | jq ".findings[] | select(.state != \\"ok\\")"'],
  async run(call) {
    wordsOf(call.words);
    const findings = await during(call.terminal, 'Looking ...', () => examine(call));
    const isWell = findings.every(({ state }) => state !== 'fail');
    answer(call, { ok: isWell, findings }, () =>
      findings.map((finding) => lineOf(call.terminal, finding)).join(''),
    );
    return isWell ? 0 : 1;
  },
};

async function examine(call: CommandCall): Promise<Finding[]> {
  try {
    return await examineAll(call, connect(call));
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    return [
      checkNode(),
      fail('environment', error.message.replace(/\s*\n\s*/g, ' '), 'Correct the variables.'),
    ];
  }
}

async function examineAll({ terminal }: CommandCall, connection: Connection): Promise<Finding[]> {
  const { consoleUrl, gatewayUrl } = connection;
  const [health, gateway, asked] = await Promise.all([
    readHealth(consoleUrl).catch(() => undefined),
    pingGateway(gatewayUrl).then(
      () => true,
      () => false,
    ),
    ask(connection),
  ]);
  const answering = { console: health !== undefined, gateway, aws: asked !== undefined };
  return [
    checkNode(),
    ...(isOfThisMachine(connection) ? await examineMachine(terminal, connection, answering) : []),
    ...checkHealth(connection, health),
    checkClock(asked),
    checkCredentials(connection, asked),
  ];
}

/** What only the machine that Gatehouse runs on can tell. */
async function examineMachine(
  { env }: Terminal,
  { config, gatewayUrl }: Connection,
  answering: Answering,
): Promise<Finding[]> {
  return [
    ...(await checkPorts(config, answering)),
    await checkDataDir(config, answering.console),
    await checkDisk(config),
    await checkHostNames(gatewayUrl),
    await checkPython(env),
  ];
}

function isOfThisMachine({ endpointUrl, config }: Connection): boolean {
  const { hostname } = new URL(endpointUrl);
  return /^(localhost|127\..*|\[::1\])$/.test(hostname) || hostname === ownAddress(config);
}

function lineOf(terminal: Terminal, { check, state, detail, cure }: Finding): string {
  const line = `${paint(terminal, state, state.padEnd(4))}  ${check}: ${detail}\n`;
  return cure === undefined ? line : `${line}      ${cure}\n`;
}
