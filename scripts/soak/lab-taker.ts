import type { CourseVersion } from '#domain/catalogue/types'
import type { Change } from '#domain/labs/case-file'
import { scoreLab } from '#domain/labs/score'
import { rightResponses } from '#domain/labs/solve'
import type { LabResponses } from '#domain/labs/types'
import { worldOf } from '#services/labs/worlds'
import { type Browser, untilAnswered } from './browser.ts'
import type { Casebook } from './casebook.ts'
import { enrol, signIn } from './learner.ts'
import type { Ledger } from './ledger.ts'
import { labSnapshot } from './prepare.ts'

interface Surroundings {
  casebook: Casebook
  browser: Browser
  ledger: Ledger
  course: CourseVersion
  email: string
}

/** A lab at work: where its page is, which attempt it is, and the number that the next write carries. */
interface Bench {
  path: string
  attempt: string
  sequence: string
}

/** One person's whole passage through the labs of a course: marks the proof, takes a hint, responds to each task, submits. */
export async function takeLabs(at: Surroundings & { password: string }, isOver: () => boolean): Promise<void> {
  await signIn(at, { identifier: at.email, password: at.password })
  await enrol(at)
  for (const { id, kind } of at.course.units) if (kind === 'lab' && !isOver()) await takeLab(at, id)
}

async function takeLab(at: Surroundings, unitId: string): Promise<void> {
  const bench = await begin(at, `/courses/${at.course.id}/${unitId}`)
  at.ledger.acknowledge('attempt', bench.attempt, `${at.email} ${unitId}`)
  const snapshot = await untilAnswered(() => labSnapshot(at.casebook, bench.attempt))
  const { lab, truth } = worldOf(snapshot)
  const { marks, tasks } = rightResponses(lab.tasks, truth)
  const reasoned = marks.map(({ row }, index) => ({ row, reason: `Reason ${index + 1}` }))
  for (const mark of reasoned) await keep(at, bench, { do: 'mark', ...mark }, ['mark', mark.row, mark.reason])
  await takeHint(at, bench)
  for (const [task, response] of Object.entries(tasks))
    await keep(at, bench, { do: 'respond', task, ...response }, ['task', task, JSON.stringify(response)])
  const given: LabResponses = { marks: reasoned, tasks, hints: 1 }
  await submit(at, bench, scoreLab(lab.tasks, truth, given).score)
  for (const [position, { id }] of lab.tasks.entries())
    if (tasks[id]) at.ledger.acknowledge('response', `${bench.attempt} ${position}`, JSON.stringify(tasks[id].given))
}

async function begin({ browser }: Surroundings, path: string): Promise<Bench> {
  for (;;) {
    const page = await browser.read(path)
    const form = page.querySelector('form#case')
    const field = (name: string) => form?.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? ''
    if (form) return { path, attempt: field('attempt'), sequence: field('sequence') }
    const start = page.querySelector('main form')
    if (!start) throw new Error(`${path} offers nothing to begin.`)
    await browser.send(path, start).catch(() => null) // the page says what became of it
  }
}

/** Keeps one change, as the page's script does: the same letter until somebody answers. */
async function keep({ browser, ledger }: Surroundings, bench: Bench, change: Change, [kind, of, value]: ['mark' | 'task', string, string]) {
  const { path, attempt, sequence } = bench
  const fields: [string, string][] = [
    ['attempt', attempt],
    ['sequence', sequence],
    ['changes', JSON.stringify([change])],
  ]
  const { status, json, text } = await untilAnswered(() => browser.post(`${path}/case-file`, fields))
  if (status !== 200) return void ledger.surprises.push(`case file answered ${status}: ${text}`)
  bench.sequence = String(json['sequence'])
  ledger.acknowledge(kind, `${attempt} ${of}`, value)
}

/** Takes one hint by its form. After a lost answer the page says whether it was taken. */
async function takeHint({ browser, ledger }: Surroundings, bench: Bench): Promise<void> {
  await untilAnswered(async () => {
    const page = await browser.read(bench.path)
    bench.sequence = page.querySelector('form#case input[name=sequence]')?.getAttribute('value') ?? ''
    if (page.querySelector('#hints > p')) return ledger.acknowledge('hint', bench.attempt, '1')
    const form = page.querySelector('#hints form')
    if (!form) return void ledger.surprises.push('a lab has no hint')
    const { status, location } = await browser.send(bench.path, form)
    if (status !== 303 || location.includes('refused')) return void ledger.surprises.push(`a hint answered ${status}: ${location}`)
    ledger.acknowledge('hint', bench.attempt, '1')
    bench.sequence = String(Number(bench.sequence) + 1)
  })
}

/** Submits by the form of the page. After a lost answer the page shows the debrief when it was done. */
async function submit({ browser, ledger }: Surroundings, { path, attempt }: Bench, score: number): Promise<void> {
  await untilAnswered(async () => {
    const page = await browser.read(path)
    if (page.querySelector('.debrief')) return ledger.acknowledge('submission', attempt, String(score))
    const form = page.querySelector('form.give')
    if (!form) return void ledger.surprises.push('a lab offers nothing to submit')
    const { status, location } = await browser.send(path, form)
    if (status === 303 && !location.includes('refused')) ledger.acknowledge('submission', attempt, String(score))
    else ledger.surprises.push(`submitting a lab answered ${status}: ${location}`)
  })
}
