import { configDefaults, defineConfig } from 'vitest/config'

/** Tests that touch nothing: rules, parts of the scripts, and every file in `content/`. */
const unit = [
  'domain/**/*.test.ts',
  'components/**/*.test.{ts,tsx}',
  'messages/**/*.test.ts',
  'scripts/**/*.test.ts',
  'services/catalogue/content.test.ts',
]

/** Tests that need PostgreSQL, a process or a folder of their own. */
const integration = [
  'services/**/*.test.ts',
  'auth/**/*.test.ts',
  'db/**/*.test.ts',
  'app/**/*.test.{ts,tsx}',
  'testing/**/*.test.ts',
  'scripts/{backup,soak,start}/*.test.ts',
  'scripts/lab.test.ts',
]

/** Files that put something else in the place of a module or a setting: what they load is theirs alone. */
const mocking = [
  'app/_adapter/route.test.ts',
  'auth/exchange.test.ts',
  'services/account/links.test.ts',
  'services/mail/mail.test.ts',
  'services/naughty-text.test.ts',
  'services/sessions/same-work.test.ts',
  'services/setup/order-demo.test.ts',
]

/** Files of a project share what they load: half of the time of a test is loading. */
const withDatabase = {
  env: { CASEBOOK_SECRET: 'a secret that only tests use, nowhere else' },
  globalSetup: 'testing/global-setup.ts',
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    // Else one core is kept for vitest itself, which has little to do: of two cores that is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: unit,
          exclude: [...configDefaults.exclude, 'scripts/{backup,soak,start}/**', 'scripts/lab.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...withDatabase,
          name: 'integration',
          isolate: false,
          include: integration,
          exclude: [...configDefaults.exclude, ...mocking, 'services/catalogue/content.test.ts'],
        },
      },
      { test: { ...withDatabase, name: 'mocking', include: mocking } },
    ],
  },
})
