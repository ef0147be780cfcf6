// Bundles the processes' entries to dist/ (about 0.2 s). Our own code, workspace packages included, goes in; what
// node_modules holds stays outside, for PGlite's files lie beside its code and Next finds its own by path. So a
// package of the engine's that others want in another version (lru-cache) is named in the root's package.json too.
import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = ['main', 'control', 'worker', 'functionHost', 'sampleBackend', 'databaseTemplate'];

const keepPackagesOutside = {
  name: 'keep-packages-outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
      kind === 'entry-point' || path.startsWith('@/') || path.startsWith('@gatehouse/')
        ? undefined
        : { path, external: true },
    ),
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [keepPackagesOutside],
};

/** In parts, so that `gatehouse --help` loads no more than it shows. */
async function bundleCli(outdir) {
  await rm(outdir, { recursive: true, force: true });
  await build({ ...common, entryPoints: [resolve(root, 'lib/cli/gatehouse.ts')], splitting: true, outdir });
}

/**
 * @param outdir where the bundles go; below the root, so that node_modules is found
 * @param replaced entry name -> source file in its place (tests put a console of their own there)
 */
export async function bundle(outdir = resolve(root, 'dist'), replaced = {}) {
  await build({
    ...common,
    entryPoints: entries.map((name) => ({
      in: replaced[name] ?? resolve(root, `lib/runtime/${name}.ts`),
      out: name,
    })),
    outdir,
  });
  await bundleCli(resolve(outdir, 'cli'));
  // Not bundled: they run in processes that have nothing of ours.
  await cp(resolve(root, 'lib/functions/runtimes'), resolve(outdir, 'runtimes'), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
