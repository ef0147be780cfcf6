import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importOpenApi } from '@/lib/openapi';
import { readSdkApi } from '@/lib/sdk/readSdkApi';
import { sdkSamples } from '@/lib/sdk/sdkSample';
import { projectRoot } from '../projectRoot';
import { briefly, compileJava, deployedApi, execute, isInstalled } from './deployedApi';
import { petsDocument } from './petsDocument';

const api = deployedApi();

/** Where a language's sample says its key, what is to stand there in this test, and how its program is run. */
interface Language {
  command: string;
  key: string;
  configured: (url: string) => string;
  program: string;
  wrap?: (usage: string) => string;
  run: (folder: string) => Promise<unknown>;
}

const languages: Record<string, Language> = {
  javascript: {
    command: 'node',
    key: "apiKey: 'YOUR_API_KEY'",
    configured: (url) => `apiKey: 'key-of-ada', invokeUrl: '${url}'`,
    program: 'program.js',
    run: (folder) => execute('node', ['program.js'], folder),
  },
  typescript: {
    command: 'node',
    key: "apiKey: 'YOUR_API_KEY'",
    configured: (url) => `apiKey: 'key-of-ada', baseUrl: '${url}'`,
    program: 'program.ts',
    run: async (folder) => {
      const modules = join(projectRoot(), 'node_modules');
      await symlink(modules, join(folder, 'node_modules'));
      const options = [
        '--strict',
        '--target',
        'ES2022',
        '--module',
        'commonjs',
        '--moduleResolution',
        'bundler',
      ];
      const compile = [join(modules, 'typescript/bin/tsc'), ...options, '--outDir', 'out', 'program.ts'];
      await execute('node', compile, folder);
      return execute('node', ['out/program.js'], folder);
    },
  },
  python: {
    command: 'python3',
    key: 'api_key="YOUR_API_KEY"',
    configured: (url) => `api_key="key-of-ada", base_url="${url}"`,
    program: 'python-sdk/program.py',
    run: (folder) => execute('python3', ['program.py'], join(folder, 'python-sdk')),
  },
  java: {
    command: 'javac',
    key: '.apiKey("YOUR_API_KEY")',
    configured: (url) => `.apiKey("key-of-ada").baseUrl("${url}")`,
    program: 'Program.java',
    wrap: (usage) => {
      const [imports = '', ...lines] = usage.split('\n');
      const main = 'public static void main(String[] given) throws Exception';
      return `${imports}\npublic final class Program { ${main} {\n${lines.join('\n')}\n} }`;
    },
    run: async (folder) => {
      const sources = 'java-sdk/src/main/java/com/example/petsapi';
      const files = (await readdir(join(folder, sources))).map((file) => `${sources}/${file}`);
      await compileJava([...files, 'Program.java'], folder);
      return execute('java', [...briefly, '-cp', 'out', 'Program'], folder);
    },
  },
  ruby: {
    command: 'ruby',
    key: "api_key: 'YOUR_API_KEY'",
    configured: (url) => `api_key: 'key-of-ada', base_url: '${url}'`,
    program: 'program.rb',
    run: (folder) => execute('ruby', ['program.rb'], folder),
  },
};

const parameters: Record<string, Record<string, string>> = {
  java: { serviceName: 'pets-api', javaPackageName: 'com.example.petsapi' },
  ruby: { 'service.name': 'pets-api', 'ruby.gem-name': 'pets-api' },
};

test('every sample is tried', () => {
  expect(Object.keys(languages).sort()).toEqual(Object.keys(sdkSamples).sort());
});

for (const [sdkType, language] of Object.entries(languages)) {
  const isThere = await isInstalled(language.command);
  if (!isThere) console.warn(`NOT TRIED: the sample of ${sdkType}, for there is no ${language.command} here`);
  test.runIf(isThere)(
    `the ${sdkType} sample makes its call, with its key`,
    async () => {
      const usage = sampleOf(sdkType);
      expect(usage).toContain(language.key);
      const own = usage.replace(language.key, language.configured(api.baseUrl));
      const files = { [language.program]: language.wrap?.(own) ?? own };
      await language.run(await api.sdk(sdkType, parameters[sdkType] ?? {}, files));
      expect(api.backend.requests).toMatchObject([{ method: 'GET', url: '/pets?type=1' }]);
    },
    600_000,
  );
}

/** Of the operation that needs a key and a parameter. */
function sampleOf(sdkType: string): string {
  const { definition } = importOpenApi(JSON.stringify(petsDocument(api.backend.url)));
  const read = readSdkApi(definition, api.baseUrl, 'us-east-1');
  const operation = read.operations.find(({ name }) => name === 'petsGet');
  const sample = sdkSamples[sdkType];
  if (!operation || !sample) throw new Error(`There is no sample of ${sdkType}`);
  const options = { fileName: 'pets.zip', operation, needsKey: true, parameters: parameters[sdkType] ?? {} };
  return sample(read, options).usage;
}
