import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort, startChild, until } from './child.mjs';
import { processorSeconds, processTree } from './processorTime.mjs';

const run = promisify(execFile);
const bundled = (name) => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
/** A million keys take their time. */
const PATIENCE = 300_000;

/** One installation of Gatehouse: a data directory, set up through the control plane, and ports of its own. */
export class Gatehouse {
  /** @param size `resources` and `keys` that it holds; `functions`: and a function that spins, at /spin */
  static async prepare(folder, name, backendPort, size) {
    const environment = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      GATEHOUSE_DATA_DIR: join(folder, name),
      GATEHOUSE_PORT: `${await freePort()}`,
      GATEHOUSE_GATEWAY_PORT: `${await freePort()}`,
      GATEHOUSE_AWS_PORT: `${await freePort()}`,
      GATEHOUSE_WORKERS: '1',
      GATEHOUSE_SAMPLE: 'off',
    };
    const { resources, keys, functions = false } = size;
    const args = [bundled('bench-configure'), backendPort, resources, keys, functions].map(String);
    const { stdout } = await run(process.execPath, args, { env: environment, maxBuffer: 1 << 26 });
    const { paths, ...access } = JSON.parse(stdout);
    const files = { one: join(folder, `${name}.one`), all: join(folder, `${name}.all`) };
    writeFileSync(files.one, `${paths.at(-1)}\n`);
    writeFileSync(files.all, `${paths.join('\n')}\n`);
    return new Gatehouse(name, environment, access, paths.at(-1), files);
  }

  constructor(name, environment, { restApiId, apiKey }, path, files) {
    Object.assign(this, { name, environment, path, files });
    const api = `http://127.0.0.1:${environment.GATEHOUSE_GATEWAY_PORT}/_aws/execute-api/${restApiId}`;
    this.url = `${api}${path}`;
    this.base = `${api}/${path.split('/')[1]}`;
    this.headers = { Host: `${restApiId}.execute-api.localhost`, 'x-api-key': apiKey };
  }

  /**
   * Starts the processes; they take over the arguments of Node.
   * @returns a target, when all is at rest, with the seconds from the start of the first process: `servingSeconds`
   *   to the first call answered with 200, `readySeconds` to the line that says where everything is, and
   *   `restSeconds` until nothing of the start is left to do
   */
  async start(nodeArgs = []) {
    const { environment, headers, files } = this;
    const begin = performance.now();
    const seconds = () => (performance.now() - begin) / 1000;
    const args = [...nodeArgs, bundled('main')];
    const starting = startChild(process.execPath, args, { env: environment, ready: 'Gatehouse is ready' });
    const ready = starting.then(seconds);
    await Promise.race([ready, until('the first answer', () => this.answers(), PATIENCE)]);
    const servingSeconds = seconds();
    const { pid, stop } = await starting;
    await until('health', () => this.isHealthy(), PATIENCE);
    const all = processTree(pid);
    await atRest(all);
    const worker = all.filter((member) => commandOf(member).includes('worker.js'));
    return {
      name: this.name,
      port: environment.GATEHOUSE_GATEWAY_PORT,
      headers,
      pathsFile: files.one,
      parts: { 'Gatehouse, worker': worker, 'Gatehouse, all processes': all },
      stop,
      servingSeconds,
      readySeconds: await ready,
      restSeconds: seconds(),
    };
  }

  /** Calls that the database has counted against the quota. The processes must not run. */
  async recordedCalls() {
    const { stdout } = await run(process.execPath, [bundled('bench-recordedCalls')], {
      env: this.environment,
    });
    return JSON.parse(stdout);
  }

  async answers() {
    const answer = await fetch(this.url, { headers: { 'x-api-key': this.headers['x-api-key'] } });
    await answer.arrayBuffer();
    return answer.status === 200;
  }

  async isHealthy() {
    const answer = await fetch(`http://127.0.0.1:${this.environment.GATEHOUSE_PORT}/api/health`);
    return (await answer.json()).ok;
  }
}

/** The processes use less than a tenth of a processor: a large snapshot keeps them busy after health is good. */
async function atRest(pids) {
  const end = Date.now() + PATIENCE;
  for (let before = processorSeconds(pids); Date.now() < end; before = processorSeconds(pids)) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    if (processorSeconds(pids) - before < 0.1) return;
  }
  throw new Error(`The processes still work after ${PATIENCE / 1000} s without a call`);
}

/** '' of a process that has ended since it was listed. */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
