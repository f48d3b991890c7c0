import { wordsIn } from '#components/ui/words'
import type { Language } from '#domain/catalogue/types'
import problem from '#messages/problem'
import { isDemo } from '#services/demo/is-demo'
import { escaped, plainLooks } from './plain-page.ts'
import type { RefusalView } from './refusal.ts'

/** An element of the page. Single attributes may style under the policy of every answer, a style sheet in the page may not. */
const element = (name: keyof typeof plainLooks, text: string, more = '') => `<${name}${more} style="${plainLooks[name]}">${text}</${name}>`
const link = (href: string, text: string) => `<p>${element('a', escaped(text), ` href="${escaped(href)}"`)}</p>`

/**
 * What a person reads in a browser who asked for a file and was refused: why, and where to go on from there.
 * @param from the page that they asked on; null: not known
 */
export function refusalPage(language: Language, { status, message, retryAfter }: RefusalView, from: string | null): string {
  const errors = wordsIn(language, 'errors')
  const common = wordsIn(language, 'common')
  const [title, text] = status === 404 ? [errors('notFoundTitle'), errors('notFoundText')] : [message, null]
  const isOpen = status !== 403 && status !== 404
  const main = [
    element('h1', escaped(title)),
    text && `<p>${escaped(text)}</p>`,
    retryAfter !== undefined && link('', problem[language].tryAgain),
    isOpen && from !== null ? link(from, errors('back')) : link('/training', errors('toTraining')),
  ]
  const banner = isDemo() && element('aside', escaped(common('demoText')), ` aria-label="${escaped(common('demoLabel'))}"`)
  const shown = [banner, element('main', main.filter(Boolean).join('\n'), ' id="main"')].filter(Boolean).join('\n')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${escaped(title)} · Casebook</title></head>${element('body', shown)}</html>`
}
