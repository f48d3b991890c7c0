import { setTimeout as pause } from 'node:timers/promises'
import { type HTMLElement, parse } from 'node-html-parser'
import messages from '#messages/en' with { type: 'json' }

/** Nobody answered, or with a failure: what was asked may have been done or not. */
export class Unanswered extends Error {}

export interface Answer {
  status: number
  location: string
  text: string
}

/** What a form says, below what was typed, when it could not be saved. */
const outageSentences = Object.entries(messages.refusals).flatMap(([reason, sentence]) =>
  /^(database_|in_doubt)/.test(reason) ? [sentence] : [],
)

const longestWait = 20_000
const betweenTries = 150

/**
 * A person's browser without script: keeps cookies, fills in forms, and tries again as a person would. Its requests go to the instances
 * in turn, so that a form that one made is sent to another.
 */
export class Browser {
  readonly #origins: string[]
  #turn = 0
  readonly #cookies = new Map<string, string>()
  /** How often nobody answered. */
  unanswered = 0

  constructor(origins: string[]) {
    this.#origins = origins
  }

  cookie = (name: string) => this.#cookies.get(name) ?? ''

  /** One request. @throws Unanswered */
  async ask(path: string, init: { method?: string; body?: BodyInit; accept?: string } = {}): Promise<Answer> {
    const { accept = 'text/html', ...rest } = init
    const origin = this.#origins[this.#turn++ % this.#origins.length] ?? ''
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
    try {
      const headers = { accept, cookie, origin, 'accept-language': 'en' }
      const signal = AbortSignal.timeout(longestWait)
      const response = await fetch(`${origin}${path}`, { ...rest, headers, redirect: 'manual', signal })
      const text = await response.text()
      if (response.status >= 500) throw new Unanswered(`${path}: ${response.status}`)
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        this.#cookies.set(name, value)
      }
      return { status: response.status, location: response.headers.get('location') ?? '', text }
    } catch (error) {
      this.unanswered += 1
      throw error instanceof Unanswered ? error : new Unanswered(`${path}: ${(error as Error).message}`)
    }
  }

  /** Looks at a page until it comes. */
  async read(path: string): Promise<HTMLElement> {
    const { text } = await untilAnswered(() => this.ask(path))
    return parse(text)
  }

  /** Sends a form of a page as it stands there, with `fields` filled in. @throws Unanswered */
  async send(page: string, form: HTMLElement, fields: Record<string, string> = {}): Promise<Answer> {
    const body = new FormData()
    for (const input of form.querySelectorAll('input[type=hidden], select, button[name]')) {
      const name = input.getAttribute('name')
      if (name && !(name in fields)) body.append(name, chosenIn(input))
    }
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    const answer = await this.ask(form.getAttribute('action') || page, { method: 'POST', body })
    const outage = outageSentences.find((sentence) => answer.text.includes(sentence))
    if (!outage) return answer
    this.unanswered += 1
    throw new Unanswered(outage)
  }

  /** Sends fields as a page's script does. @throws Unanswered */
  async post(path: string, fields: [string, string][]): Promise<Answer & { json: Record<string, unknown> }> {
    const answer = await this.ask(path, { method: 'POST', body: new URLSearchParams(fields), accept: 'application/json' })
    return { ...answer, json: answer.text ? (JSON.parse(answer.text) as Record<string, unknown>) : {} }
  }
}

function chosenIn(input: HTMLElement): string {
  if (input.tagName !== 'SELECT') return input.getAttribute('value') ?? ''
  const options = input.querySelectorAll('option')
  return (options.find((option) => option.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? ''
}

/** Does it again until somebody answers. */
export async function untilAnswered<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      await pause(betweenTries)
    }
  }
}
