import type { LabSource } from '#domain/catalogue/source'
import type { LabUnit, LabWords, Language } from '#domain/catalogue/types'
import { newestLab } from '#domain/labs/registry'
import { masteryScore } from '#domain/labs/score'
import { withHash } from './with-hash.ts'

/** A lab as courses hold it: its words, and which lab and version makes its evidence. */
export function compileLab(source: LabSource): LabUnit {
  const { id, title, minutes, objectives, controls, attempts, pauseDays, hints } = source.lab.data
  const lab = newestLab(id)
  return withHash({
    kind: 'lab' as const,
    id,
    version: lab?.version ?? 0,
    title,
    minutes,
    objectives,
    // In the order in which the text attributes them, so that their numbers rise as one reads.
    facts: [...new Set(source.records.en.attributions.map(({ fact }) => fact))],
    controls,
    tasks: lab?.tasks.length ?? 0,
    masteryScore,
    attempts,
    pauseDays,
    hints,
    words: { en: wordsOf(source, 'en'), ja: wordsOf(source, 'ja') },
  })
}

function wordsOf({ words, records }: LabSource, language: Language): LabWords {
  const { debrief, ...rest } = words[language].data
  const { record: _, ...told } = debrief
  const { block } = records[language]
  return { ...rest, debrief: { ...told, recordHtml: block.kind === 'record' ? block.html : '' } }
}
