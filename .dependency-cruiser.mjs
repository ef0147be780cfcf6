// Who may import whom: the table of the design, one row a folder. A needed exception is a change of this table
// in its own commit.
const may = {
  'lib/gateway': [],
  'lib/model': [],
  db: ['lib/model'],
  'lib/openapi': ['lib/model'],
  'lib/queries': ['lib/model'],
  'lib/sdk': ['lib/model'],
  'lib/functions': ['lib/gateway/ports'],
  'lib/stores': ['lib/gateway/ports', 'db'],
  'lib/control': [
    'lib/model',
    'lib/openapi',
    'lib/sdk',
    'lib/gateway/snapshot/index',
    'lib/gateway/vtl/index',
    'lib/gateway/identity/index',
    'db',
  ],
  'lib/aws': ['lib/model', 'lib/control', 'lib/gateway/identity/index'],
  'lib/auth': ['lib/model', 'lib/control', 'db'],
  'lib/cli': ['lib/model', 'lib/runtime'],
  components: ['lib/model', 'lib/queries'],
  app: ['components', 'lib/model', 'lib/queries', 'lib/auth', 'lib/runtime/slot'],
};

const ours = '^(app|components|lib|db)/';
const rows = Object.entries(may).map(([folder, allowed]) => ({
  name: `only-what-${folder.replace('lib/', '')}-may-import`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    path: ours,
    pathNot: [
      `^${folder}/`,
      ...allowed.map((path) =>
        path.startsWith('lib/gateway') || path.endsWith('slot') ? `^${path}\\.ts$` : `^${path}/`,
      ),
    ],
    // The app may name the types of the control plane's face, nothing of it at run time.
    ...(folder === 'app' ? { dependencyTypesNot: ['type-only'] } : {}),
  },
}));

const engineFaces = '^lib/gateway/(index|ports|snapshot/index|vtl/index|identity/index|testing/index)\\.ts$';

export default {
  forbidden: [
    ...rows,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-only-by-its-faces',
      severity: 'error',
      from: { pathNot: '^lib/gateway/' },
      to: { path: '^lib/gateway/', pathNot: engineFaces },
    },
    {
      name: 'app-knows-only-types-of-control',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/control/', pathNot: '^lib/control/control\\.ts$' },
    },
    {
      name: 'no-next-or-react-below-app-and-components',
      severity: 'error',
      from: { path: '^(lib|db)/', pathNot: '^lib/(queries|runtime)/' },
      to: { path: 'node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'drizzle-only-near-the-database',
      severity: 'error',
      from: { pathNot: '^(db|lib/control|lib/auth|lib/stores|lib/runtime)/' },
      to: { path: 'node_modules/(drizzle-orm|pg|@electric-sql)/' },
    },
    {
      name: 'primitives-know-no-domain',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: ours, pathNot: '^components/ui/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
