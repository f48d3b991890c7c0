import { readRuleBook } from '#domain/catalogue/rule-book'
import type { Fact } from '#domain/catalogue/schema'
import type { ContentSource } from '#domain/catalogue/source'
import type { FactNote } from '#domain/catalogue/types'

/** The margin notes of some facts. English comes from the ledger unless `notes.en.yaml` words it; Japanese from `notes.ja.yaml`. */
export function notesOf(content: ContentSource, ids: readonly string[]): Record<string, FactNote> {
  const facts = readRuleBook(content)
  const { en, ja } = content.notes
  const notes = ids.flatMap((id): FactNote[] => {
    const fact = facts.find(id)
    const japanese = ja.data[id]
    if (!fact || !japanese) return []
    const english = en.data[id] ?? { whoSays: fact.who_says, source: sourceOf(fact) }
    return [
      {
        id,
        status: fact.status,
        isOwnReading: facts.isOwnReading(id),
        whoSays: { en: english.whoSays, ja: japanese.whoSays },
        source: { en: english.source, ja: japanese.source },
        confidence: fact.confidence,
      },
    ]
  })
  return Object.fromEntries(notes.map((note) => [note.id, note]))
}

/** Publisher and date of the first source with an address, or else of the first; never its headline. */
function sourceOf(fact: Fact): string {
  const source = fact.sources.find(({ url }) => url) ?? fact.sources[0]
  if (!source) return ''
  const date = dateInWords(source.date)
  return date ? `${source.publisher}, ${date}` : source.publisher
}

/** `2021-04-20` as “20 April 2021”, `2020-02` as “February 2020”, `2016` as it is; nothing for “n.d.”. */
export function dateInWords(date: string): string {
  if (!/^\d{4}(-\d{2}){0,2}$/u.test(date)) return ''
  const [year, month, day] = date.split('-')
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: month && 'long',
    day: day && 'numeric',
    timeZone: 'UTC',
  } as Intl.DateTimeFormatOptions)
  return format.format(new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))))
}
