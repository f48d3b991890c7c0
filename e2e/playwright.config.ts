import { defineConfig, devices } from '@playwright/test'

/** Flags for a system Chromium: none of its own traffic, and no sandbox where root starts it. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-prefers-reduced-motion',
]

const labs = 'journeys/lab*.spec.ts'

const executablePath = process.env.CASEBOOK_CHROMIUM

/**
 * One installation, started as a person would start it, lives through the whole run: it is set up, filled by its admin, used by its
 * learners, read by its reviewers, and at the end looked at page by page. So the projects follow each other, each on one worker; but labs are
 * taken beside the other journeys, in courses that those leave alone.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './start-installation.ts',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CASEBOOK_E2E_REPORT ? [['line'], ['json', { outputFile: process.env.CASEBOOK_E2E_REPORT }]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: { args, ...(executablePath && { executablePath }) },
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // What was done; taking down the page at each step as well (`--trace retain-on-failure`) takes half as long again.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'set-up', testMatch: 'set-up.spec.ts', workers: 1 },
    { name: 'journeys', testMatch: 'journeys/*.spec.ts', testIgnore: labs, dependencies: ['set-up'], workers: 1 },
    { name: 'labs', testMatch: labs, dependencies: ['set-up'], workers: 1 },
    { name: 'pages', testMatch: 'pages/*.spec.ts', dependencies: ['journeys', 'labs'], workers: 1 },
    // Not part of `npm test`: run by `npm run test:hostile`.
    ...(process.env.CASEBOOK_HOSTILE ? [{ name: 'hostile', testMatch: 'hostile/*.spec.ts', dependencies: ['set-up'], workers: 1 }] : []),
    // Not part of `npm test`: run by `npm run pictures`.
    ...(process.env.CASEBOOK_PICTURES
      ? [{ name: 'pictures', testMatch: ['pictures.spec.ts', 'looks.spec.ts'], dependencies: ['journeys', 'labs'], workers: 1 }]
      : []),
  ],
})
