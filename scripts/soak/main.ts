// Kills parts of Casebook at random moments while four people work over HTTP, on it and on another instance beside it in turn; then compares
// what each was told with the database.
// npm run soak -- [--kills 100] [--seed 1] [--outages no]
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { stopBundled } from '#db/embedded'
import { step } from '../bootstrap/steps.mjs'
import { administer } from './admin.ts'
import { Browser } from './browser.ts'
import { Casebook, freePort, until, type Victim } from './casebook.ts'
import { Disk } from './disk.ts'
import { judge, type Verdict } from './judge.ts'
import { takeLabs } from './lab-taker.ts'
import { learn } from './learner.ts'
import { Ledger } from './ledger.ts'
import { strangeLines } from './log-lines.ts'
import { outages } from './outages.ts'
import { databaseOf, type Ground, makeGround, settingsBeside } from './prepare.ts'

const { values: given } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    outages: { type: 'string', default: 'yes' },
  },
})
const kills = Number(given.kills)
const random = xoroshiro128plus(Number(given.seed))
const upTo = (most: number) => (random.next() >>> 0) % most

const victims: Victim[] = ['worker', 'database', 'primary']
const folder = mkdtempSync(join(tmpdir(), 'casebook-soak-'))
chmodSync(folder, 0o755) // as root the database runs as a user of its own, who has to be able to enter
const dataDir = join(folder, 'data')
mkdirSync(dataDir)
const disk = new Disk(dataDir, given.outages === 'yes')
const casebook = new Casebook(dataDir, await freePort())
/** Another instance on the same database, which is not killed. */
const beside = new Casebook(join(folder, 'beside'), await freePort(), 1)
const ledger = new Ledger()
const seconds: Record<Victim, number[]> = { worker: [], database: [], primary: [] }
const findings: string[] = []
const browsers: Browser[] = []
let isOver = false

/** Three learners at a time, each followed by another, one of them at labs; and an admin. */
function work({ course, labCourse, admin, learners }: Ground): Promise<unknown> {
  const over = () => isOver
  const open = () => {
    const browser = new Browser([casebook.origin, beside.origin])
    browsers.push(browser)
    return browser
  }
  const waiting = learners.values()
  const seat = async (study: (learner: Ground['learners'][number]) => Promise<void>) => {
    for (const learner of waiting) {
      if (isOver) return
      await study(learner)
    }
  }
  const read = () => seat((learner) => learn({ browser: open(), ledger, course, ...learner }, over))
  const audit = () => seat((learner) => takeLabs({ casebook, browser: open(), ledger, course: labCourse, ...learner }, over))
  const admining = administer({ browser: open(), ledger, courseId: course.id, ...admin }, over)
  return Promise.all([read(), read(), audit(), admining])
}

async function killAgainAndAgain(): Promise<string> {
  for (let number = 0; number < kills; number += 1) {
    const victim = victims[number % victims.length] as Victim
    await pause(50 + upTo(1_000))
    seconds[victim].push(await casebook.kill(victim, upTo(1_000)))
  }
  return Object.entries(seconds)
    .map(([victim, all]) => `${all.length} of ${victim}`)
    .join(', ')
}

/** Once something of each kind was written the writers stop at the next chance; whoever is within a passage ends it. */
async function comeToAnEnd(working: Promise<unknown>): Promise<string> {
  const written = until(() => ledger.missing.length === 0, 'each kind of writing to happen')
  await written.catch((error: Error) => findings.push(`${error.message} Never: ${ledger.missing.join(', ')}`))
  isOver = true
  await working
  return `${ledger.size} writes acknowledged, ${browsers.reduce((sum, { unanswered }) => sum + unanswered, 0)} without an answer`
}

async function compare(): Promise<Verdict> {
  const db = await databaseOf(casebook)
  const verdict = await judge(db, ledger).finally(() => db.$client.end())
  findings.push(...verdict.lost.map((text) => `lost: ${text}`), ...verdict.doubled.map((text) => `doubled: ${text}`))
  findings.push(...ledger.surprises.map((text) => `surprise: ${text}`))
  findings.push(...neverWritten(verdict).map((what) => `never written, so nothing is known of it: ${what}`))
  return verdict
}

const neverWritten = ({ counts }: Verdict) => Object.keys(counts).filter((what) => counts[what]?.saved === 0)

const told = (all: number[]) => {
  const sorted = all.toSorted((a, b) => a - b)
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((value) => value?.toFixed(2) ?? '–').join(' / ')
}

try {
  const said = await step(
    'start',
    () => casebook.start(),
    () => '',
  )
  const ground = await step(
    'ground',
    () => makeGround(casebook, said, 2_000),
    () => '',
  )
  await step(
    'beside',
    async () => beside.start(await settingsBeside(casebook)),
    () => '',
  )
  const working = work(ground)
  working.catch((error: Error) => findings.push(`a person could not go on: ${error.message}`))
  if (kills > 0) await step('kills', killAgainAndAgain)
  if (given.outages === 'yes') findings.push(...(await outages(casebook, disk)))
  await step('end', () => comeToAnEnd(working))
  await until(async () => (await casebook.isReady()) && (await beside.isReady()), 'readiness at the end')
  const verdict = await step('compare', compare, ({ lost, doubled }) => `${lost.length} lost, ${doubled.length} doubled`)
  console.log('\nSeconds to recover (least / median / most)')
  for (const victim of victims) console.log(`  ${victim.padEnd(12)}${told(seconds[victim])}`)
  console.log('\nAcknowledged, saved; or events, rows')
  for (const [what, { acknowledged, saved }] of Object.entries(verdict.counts)) console.log(`  ${what.padEnd(34)}${acknowledged}, ${saved}`)
} catch (error) {
  findings.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
} finally {
  isOver = true
  await beside.stop()
  await casebook.stop()
  await stopBundled(dataDir).catch(() => undefined)
  disk.remove()
}
for (const { said } of [casebook, beside])
  findings.push(...strangeLines(said, /@soak\.example/).map((line) => `said what does not belong into a log: ${line}`))
const untested = given.outages === 'yes' ? [!disk.canFill && 'a full disk', !disk.canFail && 'a failing disk'].filter(Boolean) : []
if (untested.length > 0)
  console.error(
    `\n  NOT TESTED HERE: ${untested.join(' and ')}. That needs root on Linux, the right to mount, a loop device and mkfs.ext4.`,
  )
for (const finding of findings.slice(0, 40)) console.error(`  ! ${finding}`)
if (findings.length === 0) rmSync(folder, { recursive: true, force: true })
else console.error(`\n${findings.length} findings; what it said is in ${folder}`)
process.exit(findings.length > 0 ? 1 : 0)
