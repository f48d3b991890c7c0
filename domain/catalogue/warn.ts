/** What is hard to read, what falls short of a whole lesson, and labs for which one sitting is too long. Warnings: they stop nothing. */
import { newestLab } from '../labs/registry.ts'
import { labMinutes } from './lab-minutes.ts'
import { type ContentSource, type LabSource, lineAt, type Problem, type SourceText } from './source.ts'
import { type Language, languages } from './types.ts'
import { warnOfWhole } from './warn-whole.ts'
import { sentencesOf } from './wording.ts'

const mostWords = 35
/** Share of kanji among letters and digits above which a passage is heavy; ordinary prose lies at about a third. */
const mostKanji = 0.45
/** Minutes that a lab may take: long enough for something to be found out, short enough for one sitting. */
const fewestMinutes = 8
const mostMinutes = 15
/** A shorter passage says nothing about density. */
const leastLetters = 60

interface Passage {
  file: string
  language: Language
  source: SourceText
}

/** Long English sentences and passages heavy with kanji, in lessons, prompts and dossiers; and what falls short of a whole lesson. */
export function warn(content: ContentSource): Problem[] {
  const hard = passagesOf(content).flatMap((passage) => (passage.language === 'en' ? longSentences(passage) : heavyKanji(passage)))
  const labs = content.units.flatMap((unit) => (unit.kind === 'lab' ? unfitLength(unit) : []))
  return [...hard, ...labs, ...warnOfWhole(content)].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

function passagesOf({ units, dossiers }: ContentSource): Passage[] {
  const single = (text: string, line: number): SourceText => ({ text, marks: [{ at: 0, line }] })
  return languages.flatMap((language): Passage[] => [
    ...units.flatMap((unit): Passage[] => {
      if (unit.kind === 'lesson') {
        const { file, parts } = unit.languages[language]
        return parts.flatMap((part) => part.blocks.map(({ source }) => ({ file, language, source })))
      }
      if (unit.kind === 'lab') {
        const { file, data, lineOf } = unit.words[language]
        const brief = data.brief.map((text, index) => ({ file, language, source: single(text, lineOf(['brief', index])) }))
        const tasks = Object.entries(data.tasks).map(([id, { prompt }]) => ({
          file,
          language,
          source: single(prompt, lineOf(['tasks', id])),
        }))
        return [...brief, ...tasks]
      }
      const { file, data, lineOf } = unit.words[language]
      return Object.entries(data).map(([id, { prompt }]) => ({ file, language, source: single(prompt, lineOf([id, 'prompt'])) }))
    }),
    ...dossiers.flatMap(({ sentences }): Passage[] => {
      const { file, data, lineOf } = sentences[language]
      return Object.entries(data).map(([id, text]) => ({ file, language, source: single(text, lineOf([id])) }))
    }),
  ])
}

export function unfitLength(source: LabSource): Problem[] {
  const lab = newestLab(source.id)
  const minutes = lab ? Math.round(labMinutes(lab, source)) : fewestMinutes
  if (minutes >= fewestMinutes && minutes <= mostMinutes) return []
  const reason = `the lab takes about ${minutes} minutes; ${fewestMinutes} to ${mostMinutes} fit a sitting`
  return [{ file: source.lab.file, line: source.lab.lineOf(['minutes']), reason }]
}

function longSentences({ file, source }: Passage): Problem[] {
  return sentencesOf(source.text).flatMap(({ text, at }) => {
    const words = text.match(/\S+/gu)?.length ?? 0
    return words > mostWords
      ? [{ file, line: lineAt(source, at), reason: `a sentence of ${words} words; at most ${mostWords} read easily` }]
      : []
  })
}

function heavyKanji({ file, source }: Passage): Problem[] {
  const letters = source.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const share = (source.text.match(/\p{Script=Han}/gu)?.length ?? 0) / Math.max(1, letters)
  if (letters < leastLetters || share <= mostKanji) return []
  return [
    {
      file,
      line: lineAt(source, 0),
      reason: `${Math.round(share * 100)} % of this passage is kanji; more than ${mostKanji * 100} % reads heavily`,
    },
  ]
}
