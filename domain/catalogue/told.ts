/** What a course version tells its readers on the strength of a fact: kept with the version, whatever becomes of the ledger. */
import type { Block, CourseVersion, Dossier, LabUnit, LessonUnit, Localised, QuizUnit, Unit } from './types.ts'
import { languages } from './types.ts'

export interface Told {
  /** Where it stands, by kind and id. */
  where: string
  text: Localised
}

/** Every passage of a version that cites the fact, its margin note first, in the order of the course; empty when none does. */
export function toldOf(version: CourseVersion, fact: string): Told[] {
  const note = version.facts[fact]
  return [
    ...(note
      ? [{ where: `margin note (${note.status})`, text: both((language) => `${note.whoSays[language]}; ${note.source[language]}`) }]
      : []),
    ...version.units.flatMap((unit) => toldIn(unit, fact)),
    ...(version.dossier ? toldInDossier(version.dossier, fact) : []),
  ]
}

const both = (say: (language: keyof Localised) => string): Localised => ({ en: say('en'), ja: say('ja') })

function toldIn(unit: Unit, fact: string): Told[] {
  if (unit.kind === 'quiz') return toldInQuiz(unit, fact)
  return unit.kind === 'lab' ? toldInLab(unit, fact) : toldInLesson(unit, fact)
}

/** Records and figures with the fact. Both languages have the same of them, in the same order. */
function toldInLesson({ id, parts, figures }: LessonUnit, fact: string): Told[] {
  const cites = (block: Block) => block.kind === 'record' && block.facts.includes(fact)
  const [en = [], ja = []] = languages.map((language) => parts[language].flatMap(({ blocks }) => blocks).filter(cites))
  return [
    ...en.map((block, index) => ({ where: `lesson ${id}, record`, text: { en: wordsOf(block), ja: wordsOf(ja[index]) } })),
    ...figures
      .filter((figure) => figure.facts.includes(fact))
      .map((figure) => ({
        where: `lesson ${id}, figure ${figure.id}`,
        text: both((language) => `${figure.title[language]}: ${figure.text[language]}`),
      })),
  ]
}

const wordsOf = (block: Block | undefined) => (block?.kind === 'record' ? plain(block.html) : '')

function toldInQuiz({ id, questions }: QuizUnit, fact: string): Told[] {
  return questions
    .filter(({ facts }) => facts.includes(fact))
    .map(({ id: question, prompt, choices }) => ({
      where: `quiz ${id}, question ${question}`,
      text: both((language) => [prompt[language], ...choices.map(({ text, why }) => `${text[language]} (${why[language]})`)].join(' / ')),
    }))
}

function toldInLab({ id, facts, words }: LabUnit, fact: string): Told[] {
  if (!facts.includes(fact)) return []
  return [{ where: `lab ${id}, debrief`, text: both((language) => plain(words[language].debrief.recordHtml)) }]
}

function toldInDossier({ case: id, sections }: Dossier, fact: string): Told[] {
  return sections.flatMap((section) =>
    section.facts.filter(({ note }) => note.id === fact).map(({ text }) => ({ where: `dossier ${id}, ${section.id}`, text })),
  )
}

const entities: Record<string, string> = { '&#x26;': '&', '&#x3C;': '<', '&amp;': '&', '&lt;': '<' }
/** The words of markup that content was compiled to, which has no other entities. */
const plain = (html: string) =>
  html
    .replaceAll(/<\/(p|li)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x26|#x3C|amp|lt);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim()
