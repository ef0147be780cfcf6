import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '@/lib/runtime/projectRoot';
import type { Command, CommandCall } from '../Command';
import { wordsOf } from '../wordsOf';

/** Option -> the variable that it stands for. */
const variables: Record<string, string> = {
  port: 'GATEHOUSE_PORT',
  'gateway-port': 'GATEHOUSE_GATEWAY_PORT',
  'aws-port': 'GATEHOUSE_AWS_PORT',
  host: 'GATEHOUSE_HOST',
  'data-dir': 'GATEHOUSE_DATA_DIR',
};

export const start: Command = {
  usage: ['[--port PORT] [--gateway-port PORT] [--aws-port PORT] [--host ADDRESS] [--data-dir FOLDER]'],
  about:
    'Builds what changed and starts everything, as npm start does, until it is interrupted. Each option stands for a\nvariable and wins over it; all the others of the README have an effect too.',
  options: {
    port: { value: 'PORT', help: 'console and portal (GATEHOUSE_PORT; else 3000)' },
    'gateway-port': { value: 'PORT', help: 'the gateway (GATEHOUSE_GATEWAY_PORT; else 8080)' },
    'aws-port': { value: 'PORT', help: 'the AWS endpoint (GATEHOUSE_AWS_PORT; else 4566)' },
    host: { value: 'ADDRESS', help: 'that all of them bind (GATEHOUSE_HOST; else 127.0.0.1)' },
    'data-dir': {
      value: 'FOLDER',
      help: 'database and keys (GATEHOUSE_DATA_DIR; else data, in this folder)',
    },
  },
  examples: ['gatehouse start', 'gatehouse start --port 4000 --data-dir /var/lib/gatehouse'],
  async run(call) {
    wordsOf(call.words);
    setVariables(call);
    const root = projectRoot();
    const code = await build(root);
    if (code !== 0) return code;
    // This process becomes the supervisor, which ends it.
    await import(pathToFileURL(join(root, 'dist/main.js')).href);
    return new Promise(() => {});
  },
};

function setVariables({ flags, terminal }: CommandCall): void {
  for (const [option, variable] of Object.entries(variables)) {
    const value = flags.text(option);
    if (value !== undefined) terminal.env[variable] = value;
  }
}

/** Only what changed. An installation without its sources is built already. */
async function build(root: string): Promise<number> {
  const script = join(root, 'scripts/build.mjs');
  if (!existsSync(script)) return 0;
  const [code] = await once(spawn(process.execPath, [script], { stdio: 'inherit' }), 'exit');
  return code ?? 1;
}
