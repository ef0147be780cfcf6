// Bundles the processes' entries to dist/ (about 2 s), the libraries they use included: loading them as hundreds of
// files took a second of processor time more of every start. A package of the engine's that others want in another
// version (lru-cache) is named in the root's package.json too.
import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = ['main', 'control', 'worker', 'functionHost', 'sampleBackend', 'databaseTemplate'];

/** PGlite's files lie beside its code, Next finds its own by path and shares pino, and pg has a native part to find. */
const outside = /^(@electric-sql\/pglite|next|pino|pg-native|bufferutil|utf-8-validate)(\/|$)/;
const ours = /^(@\/|@gatehouse\/)/;

/** @param isOutside whether a package is loaded from node_modules when the process runs */
const packages = (isOutside) => ({
  name: 'packages',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
      kind !== 'entry-point' && isOutside(path) ? { path, external: true } : undefined,
    ),
});

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
};

/** What CommonJS libraries ask for in a module. */
const banner = {
  js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
};

/** In parts, so that `gatehouse --help` loads no more than it shows. */
async function bundleCli(outdir) {
  await rm(outdir, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: [resolve(root, 'lib/cli/gatehouse.ts')],
    splitting: true,
    outdir,
    plugins: [packages((path) => !ours.test(path))],
  });
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
    banner,
    plugins: [packages((path) => outside.test(path))],
  });
  await bundleCli(resolve(outdir, 'cli'));
  // Not bundled: they run in processes that have nothing of ours.
  await cp(resolve(root, 'lib/functions/runtimes'), resolve(outdir, 'runtimes'), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
