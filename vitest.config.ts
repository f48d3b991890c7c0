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
]

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', isolate: false, include: unit, exclude: [...configDefaults.exclude, 'scripts/{backup,soak,start}/**'], testTimeout: 30_000 },
      },
      {
        test: {
          name: 'integration',
          env: { CASEBOOK_SECRET: 'a secret that only tests use, nowhere else' },
          include: integration,
          exclude: [...configDefaults.exclude, 'services/catalogue/content.test.ts'],
          globalSetup: 'testing/global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
