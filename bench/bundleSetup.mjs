import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the setup programs beside the processes, where they find migrations and the empty database. */
export async function bundleSetup() {
  await build({
    entryPoints: ['configure', 'recordedCalls', 'templateRenders'].map((name) => ({
      in: resolve(root, `bench/${name}.ts`),
      out: `bench-${name}`,
    })),
    outdir: resolve(root, 'dist'),
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    packages: 'external',
    alias: { '@gatehouse/gateway': './lib/gateway' },
  });
}
