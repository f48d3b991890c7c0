import type { ContentSource, DossierSource } from '#domain/catalogue/source'
import type { Dossier, DossierFact } from '#domain/catalogue/types'
import { notesOf } from './notes.ts'
import { withHash } from './with-hash.ts'

/** A dossier as readers get it: each fact with its sentence, who says so, when, and its official links. */
export function compileDossier({ dossier: { data }, sentences }: DossierSource, content: ContentSource): Dossier {
  const notes = notesOf(
    content,
    data.sections.flatMap(({ facts }) => facts),
  )
  const dates = new Map(content.facts.data.map(({ id, date }) => [id, date]))
  const compileFact = (id: string): DossierFact[] => {
    const note = notes[id]
    if (!note) return []
    const text = { en: sentences.en.data[id] ?? '', ja: sentences.ja.data[id] ?? '' }
    const links = data.links.filter(({ fact }) => fact === id).map(({ title, url }) => ({ title, url }))
    return [{ note, text, date: periodOf(dates.get(id) ?? ''), links }]
  }
  return withHash({
    case: data.id,
    title: data.title,
    standfirst: data.standfirst,
    sections: data.sections.map(({ id, title, facts }) => ({ id, title, facts: facts.flatMap(compileFact) })),
    notKnown: data.notKnown,
    timeline: data.timeline,
    checkedOn: content.rules.data.checkedOn,
  })
}

/** The ledger writes a period as `2016-09/2017-04`, and `n.d.` for what has no date. */
function periodOf(date: string): DossierFact['date'] {
  if (!/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/u.test(date)) return null
  const [start = '', end = null] = date.split('/')
  return { start, end }
}
