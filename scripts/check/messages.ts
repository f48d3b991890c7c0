import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

type Messages = { [key: string]: string | Messages }

interface Sentences {
  language: string
  sentences: Map<string, string>
}

/** Where two languages disagree: keys that only one has, sentences that cannot be read, placeholders that differ. */
export function messageProblems(languages: Record<string, Messages>): string[] {
  const all = Object.entries(languages).map(([language, messages]) => ({ language, sentences: flat(messages) }))
  const [first, ...others] = all
  if (!first) return ['there are no messages']
  return [...all.flatMap(unreadable), ...others.flatMap((other) => disagreements(first, other))]
}

const unreadable = ({ language, sentences }: Sentences) =>
  [...sentences].filter(([, text]) => placeholders(text) === null).map(([key]) => `${language}: ${key} is not a valid message`)

function disagreements(a: Sentences, b: Sentences): string[] {
  const missing = (from: Sentences, than: Sentences) =>
    [...than.sentences.keys()].filter((key) => !from.sentences.has(key)).map((key) => `${from.language}: ${key} is missing`)
  const differing = [...a.sentences].flatMap(([key, text]) => {
    const here = placeholders(text)
    const there = placeholders(b.sentences.get(key) ?? text)
    if (here === null || there === null || here === there) return []
    return [`${key}: ${a.language} has {${here}}, ${b.language} has {${there}}`]
  })
  return [...missing(a, b), ...missing(b, a), ...differing]
}

function flat(messages: Messages, prefix = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
  )
  return new Map(entries)
}

/** The names that a message asks for, as one text; null when it cannot be read. */
function placeholders(text: string): string | null {
  try {
    return [...new Set(namesIn(parse(text)))].sort().join(', ')
  } catch {
    return null
  }
}

function namesIn(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)]
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value]
    const inside = Object.values(element.options).flatMap((option) => option.value)
    // A plural that shows no number only bends a word, which other languages need not do.
    const isShown = element.type === TYPE.select || inside.some((part) => part.type === TYPE.pound)
    return [...(isShown ? [element.value] : []), ...namesIn(inside)]
  })
}
