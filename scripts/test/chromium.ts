import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { tail } from '../bootstrap/run.mjs'
import { Refusal } from '../bootstrap/steps.mjs'
import { canInstall, inPath, installDebian } from './debian.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A real Chromium to test in: Playwright's own, else one of the system, else Debian's, installed where we may.
 * @throws Refusal saying what to do where there is none.
 */
export async function findChromium(): Promise<string> {
  const found = installed()
  if (found) return found
  if (canInstall()) await installChromium()
  const fresh = installed()
  if (fresh) return fresh
  throw new Refusal(
    'The journeys need a Chromium: run `npx playwright install chromium`, or install Chromium or Chrome with the packages of the system.',
  )
}

function installed(): string | null {
  const candidates = [process.env.CASEBOOK_CHROMIUM ?? '', chromium.executablePath(), ...names.flatMap(inPath), ...fixedPlaces]
  return candidates.find((path) => path && existsSync(path) && doesRun(path)) ?? null
}

/** Some distributions put a program of that name that only says to install it. Chrome on Windows does not answer `--version`. */
const doesRun = (path: string) => process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

async function installChromium(): Promise<void> {
  const { code, output } = await installDebian('chromium', 'fonts-noto-cjk')
  if (code === 0) return
  throw new Refusal(
    `Chromium could not be installed; run \`npx playwright install chromium\`, or install it by hand. apt-get says:\n${tail(output, 10)}`,
  )
}
