import { parse } from 'node-html-parser'
import { pairField } from '#domain/attempts/fields'
import { correctResponse } from '#domain/attempts/solve'
import type { ResponseValue } from '#domain/attempts/types'
import { isActivity } from '#domain/catalogue/activity'
import type { CourseVersion, LessonUnit, QuizUnit } from '#domain/catalogue/types'
import { goesThrough, keep } from '#domain/enrolments/activities'
import { type Browser, untilAnswered } from './browser.ts'
import type { Ledger } from './ledger.ts'

interface Surroundings {
  browser: Browser
  ledger: Ledger
  course: CourseVersion
  email: string
}

/** One person's whole passage: signs in, reads every lesson, takes every quiz. Goes on from what the pages say after each interruption. */
export async function learn(at: Surroundings & { password: string }, isOver: () => boolean): Promise<void> {
  await signIn(at, { identifier: at.email, password: at.password })
  await enrol(at)
  for (const unit of at.course.units) {
    if (isOver()) return
    if (unit.kind === 'lesson') await readLesson(at, unit)
    else if (unit.kind === 'quiz') await takeQuiz(at, unit, isOver)
  }
}

export async function signIn({ browser, ledger }: Pick<Surroundings, 'browser' | 'ledger'>, credentials: Record<string, string>) {
  await untilAnswered(async () => {
    const form = (await browser.read('/sign-in')).querySelector('form:has(input[name=identifier])')
    if (!form) return
    const { status, text } = await browser.send('/sign-in', form, credentials)
    if (status === 303) return ledger.acknowledge('session', browser.cookie('casebook.session'))
    ledger.surprises.push(`sign-in answered ${status}: ${parse(text).querySelector('[role=alert]')?.text}`)
  })
}

export async function enrol({ browser, ledger, course, email }: Surroundings): Promise<void> {
  const path = `/courses/${course.id}`
  await untilAnswered(async () => {
    const form = (await browser.read(path)).querySelector('main form')
    if (!form) return
    const { status, location } = await browser.send(path, form)
    if (status === 303 && !location.includes('refused')) ledger.acknowledge('enrolment', email)
  })
}

async function readLesson({ browser, ledger, course, email }: Surroundings, unit: LessonUnit): Promise<void> {
  const path = `/courses/${course.id}/${unit.id}`
  for (const [index, part] of unit.parts.en.entries()) {
    const { status } = await untilAnswered(() => browser.post(`${path}/place`, [['part', part.id]]))
    if (status === 204) ledger.acknowledge('place', `${email} ${unit.id}`, String(index + 1))
    for (const activity of part.blocks.filter(isActivity)) {
      let kept: string[] = []
      for (const choices of goesThrough(activity)) {
        kept = keep(activity, kept, choices) ?? kept
        const fields: [string, string][] = [['decision', activity.id], ...choices.map((choice): [string, string] => ['choice', choice])]
        const decided = await untilAnswered(() => browser.post(`${path}/decision`, fields))
        if (decided.status === 200) ledger.acknowledge('decision', `${email} ${unit.id} ${activity.id}`, kept[0])
        else ledger.surprises.push(`decision answered ${decided.status}: ${decided.text}`)
      }
    }
  }
  await untilAnswered(async () => {
    const form = (await browser.read(path)).querySelector('#ending form')
    if (!form) return
    const { location } = await browser.send(path, form)
    if (location.includes('sealed')) ledger.acknowledge('completion', `${email} ${unit.id}`)
  })
}

async function takeQuiz(at: Surroundings, unit: QuizUnit, isOver: () => boolean): Promise<void> {
  const { browser, course } = at
  const path = `/courses/${course.id}/${unit.id}`
  while (!isOver()) {
    const page = await browser.read(path)
    const form = page.querySelector('form:has(input[name=attempt])')
    if (form) await respond(at, path, unit, form.toString())
    else {
      const start = page.querySelector('main form')
      if (!start) return
      await browser.send(path, start).catch(() => null) // the page says what became of it
    }
  }
}

/** Saves the choice, then gives it, as the page's script does: the same letter until somebody answers. */
async function respond({ browser, ledger, email }: Surroundings, path: string, unit: QuizUnit, html: string): Promise<void> {
  const form = parse(html)
  const field = (name: string) => form.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? ''
  const [attempt, position] = [field('attempt'), field('position')]
  const asked = form.querySelector('#q')?.text.trim()
  const question = unit.questions.find(({ prompt }) => prompt.en.trim() === asked)
  if (!question) throw new Error(`The course has no question "${asked}".`)
  ledger.acknowledge('attempt', attempt, `${email} ${unit.id}`)
  const value = correctResponse(question)
  const letter = (sequence: string): [string, string][] => [
    ['attempt', attempt],
    ['position', position],
    ['kind', field('kind')],
    ['sequence', sequence],
    ...fieldsOf(value),
  ]
  const kept = await untilAnswered(() => browser.post(`${path}/draft`, letter(field('sequence'))))
  if (kept.status !== 200) return void ledger.surprises.push(`draft answered ${kept.status}: ${kept.text}`)
  ledger.acknowledge('draft', `${attempt} ${position}`, JSON.stringify(value))
  const given = await untilAnswered(() =>
    browser.post(`${path}/response`, [...letter(String(kept.json['sequence'])), ['certainty', 'certain']]),
  )
  if (given.status === 200) ledger.acknowledge('response', `${attempt} ${position}`, JSON.stringify(value))
  else ledger.surprises.push(`response answered ${given.status}: ${given.text}`)
}

function fieldsOf(value: ResponseValue): [string, string][] {
  if ('choices' in value) return value.choices.map((id): [string, string] => ['choice', id])
  return Object.entries(value.pairs).map(([choice, target]): [string, string] => [pairField(choice), target])
}
