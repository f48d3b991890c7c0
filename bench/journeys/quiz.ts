import type { ResponseAnswer } from '#components/quiz/quiz-step'
import { pairField } from '#domain/attempts/fields'
import { correctResponse } from '#domain/attempts/solve'
import type { Question } from '#domain/catalogue/types'
import type { Cast, Learner } from '../cast.ts'
import { compressed, hiddenFields } from '../visitor.ts'
import { type Journey, type Stage, usual } from './journey.ts'

const asked = 10

/** A learner at the quiz of the course who responds rightly, as the page in the browser sends it. */
class Taker {
  readonly learner: Learner
  readonly page: string
  readonly #questions: Map<string, Question>
  #attempt = ''
  #open: { position: number; sequence: number; prompt: string } | null = null

  constructor({ course }: Cast, learner: Learner) {
    const quiz = course.units.find((unit) => unit.kind === 'quiz')
    if (!quiz) throw new Error(`the course ${course.id} has no quiz`)
    this.learner = learner
    this.page = `/courses/${course.id}/${quiz.id}`
    this.#questions = new Map(quiz.questions.flatMap((question) => Object.values(question.prompt).map((prompt) => [prompt, question])))
  }

  /** Loads the page, which is the start or, in an attempt, the open question; returns the address its form begins an attempt at. */
  async load(): Promise<string | null> {
    const { body } = await this.learner.visitor.ask(this.page, { headers: compressed })
    if (!body.includes('name="position"')) return /action="([^"]+\/attempt)"/.exec(body)?.[1] ?? null
    const fields = Object.fromEntries(hiddenFields(body, 'input[name=position]'))
    const prompt = textOf(/<h1[^>]*id="q"[^>]*>(.*?)<\/h1>/s.exec(body)?.[1] ?? '')
    this.#attempt = fields.attempt ?? ''
    this.#open = { position: Number(fields.position), sequence: Number(fields.sequence), prompt }
    return null
  }

  async begin(): Promise<void> {
    const address = await this.load()
    if (!address) throw new Error(`nothing to begin at ${this.page}`)
    await this.learner.visitor.post(address, [], [303], compressed)
    await this.load()
  }

  /** Responds to the open question. Returns whether there is another. */
  async respond(): Promise<boolean> {
    if (!this.#open) throw new Error('no question is open')
    const { position, sequence, prompt } = this.#open
    const question = this.#questions.get(prompt)
    if (!question) throw new Error(`no question asks “${prompt}”`)
    const fields: [string, string][] = [
      ['attempt', this.#attempt],
      ['position', String(position)],
      ['kind', question.kind],
      ...valueFields(question),
      ['certainty', 'certain'],
      ['sequence', String(sequence)],
    ]
    const headers = { accept: 'application/json', ...compressed }
    const { body } = await this.learner.visitor.post(`${this.page}/response`, fields, [200], headers)
    const { question: next, feedback } = JSON.parse(body) as ResponseAnswer
    if (feedback?.feedback?.score !== 1) throw new Error(`the response to “${prompt}” was not right`)
    this.#open = next && { position: next.position, sequence: next.sequence, prompt: next.question.prompt }
    return next !== null
  }

  async readResult(): Promise<void> {
    const { body } = await this.learner.visitor.ask(this.page, { headers: compressed })
    if (!/<h1 class="sentence">[^<]*100/.test(body)) throw new Error(`no passed result at ${this.page}`)
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }
const textOf = (html: string) => html.replace(/&\w+;|&#x27;/g, (entity) => entities[entity] ?? entity)

function valueFields(question: Question): [string, string][] {
  const value = correctResponse(question)
  if ('choices' in value) return value.choices.map((id) => ['choice', id])
  return Object.entries(value.pairs).map(([id, target]) => [pairField(id), target])
}

/** Learners who have just enrolled, each at the quiz. */
async function takers({ cast }: Stage, count: number): Promise<Taker[]> {
  const learners = await cast.learners(count, 'free')
  await cast.enrol(learners)
  return learners.map((learner) => new Taker(cast, learner))
}

/** A learner before the first question of the quiz, and the page it stands on. */
export async function beforeQuestion(stage: Stage): Promise<{ learner: Learner; page: string }> {
  const [taker] = await takers(stage, 1)
  if (!taker) throw new Error('nobody is there to begin the quiz')
  await taker.begin()
  return taker
}

/**
 * The operation with a number falls to the next learner, so that nobody responds to two questions at once. Nobody comes to the tenth, which
 * closes the attempt: that is part of the whole quiz.
 */
export const oneResponse: Journey = {
  name: 'one quiz response saved and answered',
  operations: 300,
  warmUp: 600,
  concurrencies: usual,
  reach: { cpu: 2.5 },
  prepare: async (stage, count) => {
    const all = await takers(stage, Math.ceil(count / (asked - 1)))
    for (const taker of all) await taker.begin()
    return async (index) => all[index % all.length]?.respond()
  },
}

export const wholeQuiz: Journey = {
  name: 'a whole quiz: start, 10 responses, submit, result',
  operations: 60,
  concurrencies: usual,
  reach: { cpu: 35 },
  prepare: async (stage, count) => {
    const all = await takers(stage, count)
    return async (index) => {
      const taker = all[index]
      await taker?.begin()
      while (await taker?.respond());
      await taker?.readResult()
    }
  },
}
