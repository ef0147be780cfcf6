/** An API that generated clients are run against: imported, deployed, served over a socket. For tests. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { APIGatewayClient, GetSdkCommand } from '@aws-sdk/client-api-gateway';
import {
  apiKey,
  createBackend,
  createTestGateway,
  type TestBackend,
  type TestGateway,
  usagePlan,
} from '@gatehouse/gateway/testing';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { testDoor } from '@/lib/aws/testing/testDoor';
import { readSnapshot } from '@/lib/control/publish/readSnapshot';
import { editor } from '@/lib/control/testControl';
import { petsDocument } from './petsDocument';

export const KEY = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

export interface DeployedApi {
  /** of the stage, by path */
  baseUrl: string;
  backend: TestBackend;
  /** Unpacks the client that GetSdk gives into a fresh folder, beside `files`. @returns the folder */
  sdk(sdkType: string, parameters: Record<string, string>, files: Record<string, string>): Promise<string>;
}

/** A fresh one for each test of a file. */
export function deployedApi(): DeployedApi {
  const door = testDoor();
  const api = {} as DeployedApi;
  const folders: string[] = [];
  let gateway: TestGateway;
  beforeEach(async () => {
    api.backend = await createBackend((request, response) => {
      const { pathname } = new URL(request.url, 'http://backend');
      response.writeHead(pathname === '/pets/none' ? 404 : 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answerTo(request.method, request.url, request.headers, request.body)));
    });
    const document = JSON.stringify(petsDocument(api.backend.url));
    const { restApi } = await door.control.restApis.import(editor, { document });
    const id = restApi?.id ?? '';
    await door.control.deployments.create(editor, id, { stageName: 'prod' });
    gateway = await serve(await readSnapshot(door.ports, null), id, api.backend.port);
    api.baseUrl = `http://127.0.0.1:${gateway.port}/_aws/execute-api/${id}/prod`;
    api.sdk = async (sdkType, parameters, files) => {
      const client = new APIGatewayClient(door.client());
      const { body } = await client.send(
        new GetSdkCommand({ restApiId: id, stageName: 'prod', sdkType, parameters }),
      );
      const folder = await mkdtemp(join(tmpdir(), `gatehouse-sdk-${sdkType}-`));
      folders.push(folder);
      await write(folder, { ...(await unzipped(Buffer.from(body ?? []))), ...files });
      return folder;
    };
  });
  afterEach(async () => {
    await gateway.close();
    await api.backend.close();
  });
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
  return api;
}

/** What a program of a client's language printed, as JSON. */
export async function run(command: string, parameters: string[], cwd: string): Promise<unknown> {
  return JSON.parse(await execute(command, parameters, cwd));
}

/** What a program printed. @throws what it printed, when it fails */
export async function execute(command: string, parameters: string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, parameters, { cwd }).catch((error) => {
    throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}

/** For a Java machine that lives a second: half of its processor time went into making code fast that is run once. */
export const briefly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Java sources to `out`. @param options javac's own, then files */
export async function compileJava(options: string[], cwd: string): Promise<void> {
  await execute('javac', [...briefly.map((option) => `-J${option}`), '-d', 'out', ...options], cwd);
}

/** Whether a program is there. */
export async function isInstalled(command: string): Promise<boolean> {
  return promisify(execFile)(command, ['--version']).then(
    () => true,
    () => false,
  );
}

function answerTo(method: string, url: string, headers: Record<string, string>, body: string) {
  if (url.startsWith('/pets/none')) return { message: 'No such pet' };
  const seen = { method, url, trace: headers['x-trace'], key: headers['x-api-key'] };
  return {
    id: 7,
    name: 'Rex',
    owner: { name: 'Ada' },
    tags: ['good'],
    'is-sold': false,
    seen: { ...seen, body },
  };
}

function serve(snapshot: Awaited<ReturnType<typeof readSnapshot>>, id: string, port: number) {
  const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }];
  const policies = [JSON.stringify({ Version: '2012-10-17', Statement })];
  const arn = 'arn:aws:iam::000000000000:user/ada';
  return createTestGateway({
    ...snapshot,
    account: { ...snapshot.account, egressAllowList: [`127.0.0.1:${port}`] },
    usagePlans: [usagePlan({ apiStages: { [`${id}:prod`]: {} } })],
    apiKeys: [apiKey('key-of-ada')],
    iamUsers: [{ userName: 'ada', userId: 'AIDAEXAMPLE', arn, policies }],
    accessKeys: [{ ...KEY, userName: 'ada' }],
  });
}

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function unzipped(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)(bytes, {
    lazyEntries: true,
  });
  const files: Record<string, string> = {};
  const open = promisify(zip.openReadStream.bind(zip));
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await open(entry)) parts.push(Buffer.from(part as Uint8Array));
    files[entry.fileName] = Buffer.concat(parts).toString();
  }
  return files;
}
