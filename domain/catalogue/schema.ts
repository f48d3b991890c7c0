/** Shapes of the files under `content/`. Unknown keys are refused, so that a misspelt one is seen. Meaning is checked in check.ts. One file: the shapes build on each other. */
import { z } from 'zod'
import { factStatuses, laneSpanKinds, languages, reachStates } from './types.ts'

const text = z.string().trim().min(1)
const localised = z.strictObject({ en: text, ja: text })
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is written in kebab-case')
const ids = z.array(Id)
/** `2016`, `2016-09` or `2016-09-30`; a bare year is a number to YAML. */
const day = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^\d{4}(-\d{2}){0,2}$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'),
)
const pattern = z.string().refine(isPattern, 'not a regular expression')

function isPattern(value: string): boolean {
  try {
    return Boolean(new RegExp(value, 'u'))
  } catch {
    return false
  }
}

export const Fact = z.strictObject({
  id: Id,
  case: Id,
  date: text,
  statement: text,
  statement_ja: text,
  status: z.enum(factStatuses),
  who_says: text,
  sources: z.array(z.strictObject({ publisher: text, title: text, date: text, url: z.url({ protocol: /^https?$/ }).optional() })).min(1),
  basis: z.enum(['looked-up', 'from-memory']),
  confidence: z.enum(['high', 'medium', 'low']),
  teaches: text,
})
export const Facts = z.array(Fact)

/** What a margin note says in one language: who says so, and publisher and date of the source. */
export const FactNotes = z.record(Id, z.strictObject({ whoSays: text, source: text }))

const never = z.strictObject({
  pattern,
  unless: pattern.optional(),
  fact: Id.optional(),
  status: z.enum(factStatuses).optional(),
  reason: text,
})
export const FactRules = z.strictObject({
  checkedOn: z.iso.date(),
  keptOut: ids,
  ownReadings: ids,
  /** Hosts, with all beneath them, whose pages are official: of the organisation, authority or standard that says so itself. */
  officialHosts: z.array(z.hostname()).min(1),
  together: z.array(
    z.strictObject({
      uses: ids.min(1),
      also: ids.default([]),
      words: z.strictObject({ en: z.array(pattern), ja: z.array(pattern) }).optional(),
    }),
  ),
  watchWords: z.strictObject({ en: z.array(pattern), ja: z.array(pattern) }),
  nobodysNames: z.strictObject({ en: z.array(pattern), ja: z.array(pattern) }),
  nationalities: z.strictObject({ en: z.array(pattern), ja: z.array(pattern) }),
  never: z.strictObject({ en: z.array(never), ja: z.array(never) }),
})

export const People = z.array(z.strictObject({ id: Id, name: localised, role: localised }))

export const Course = z.strictObject({
  id: Id,
  case: Id,
  title: localised,
  shortName: localised,
  summary: localised,
  objectives: z.array(z.strictObject({ id: Id, en: text, ja: text })).min(1),
  units: ids.min(1),
  /** The course of which this one is the short edition. */
  edition: z.strictObject({ of: Id, kind: z.literal('short') }).optional(),
  /** The end page: what to do on Monday. */
  monday: z.array(localised).min(3).max(5).optional(),
  /** Two parallel sets of questions, for before and after. */
  forms: z.strictObject({ before: ids.min(1), after: ids.min(1) }).optional(),
})

export const Track = z.strictObject({
  id: Id,
  title: localised,
  summary: localised,
  courses: ids.min(1),
  minutes: z.strictObject({ about: z.number().gt(0), within: z.number().gte(0).lt(1) }).optional(),
})

const idsLike = (form: RegExp, example: string) => z.array(z.string().regex(form, `an id is written like ${example}`))
const Controls = z.strictObject({
  'nist-800-53': idsLike(/^[A-Z]{2}-\d{1,2}(\(\d{1,2}\))?$/, 'IA-12 or AC-6(9)'),
  'nist-csf': idsLike(/^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}(-\d{2})?$/, 'PR.AA-02'),
  'iso-27001': idsLike(/^(A\.[5-8]\.\d{1,2}|([4-9]|10)(\.\d){1,2})$/, 'A.5.16'),
  cis: idsLike(/^([1-9]|1[0-8])\.\d{1,2}$/, '"6.1"'),
  'pci-dss': idsLike(/^([1-9]|1[0-2])(\.\d{1,2}){1,3}$/, '"12.6.3"'),
  attack: idsLike(/^[TM]\d{4}(\.\d{3})?$/, 'T1583.003'),
})
/** Controls of the frameworks by objective: our own reading of which they serve. */
export const Mappings = z.record(Id, Controls)

const term = z.strictObject({ id: Id, en: text, ja: text, meaning: localised.optional() })
/** The words both languages keep to: a list, or the same under `terms`. */
export const Glossary = z.union([z.strictObject({ terms: z.array(term) }).transform(({ terms }) => terms), z.array(term)])

export const LessonFrontMatter = z.strictObject({ id: Id, case: Id, objectives: ids.min(1), people: ids, facts: ids })

const figureBase = { id: Id, title: localised, text: localised, facts: ids }
const Timeline = z.strictObject({
  ...figureBase,
  kind: z.literal('timeline'),
  from: day,
  to: day,
  entries: z
    .array(
      z.strictObject({ facts: ids, start: day, end: day.optional(), label: localised, note: localised, when: localised, who: localised }),
    )
    .min(1),
  spans: z.array(z.strictObject({ start: day, end: day, label: localised, note: localised })).default([]),
})
const Path = z.strictObject({
  ...figureBase,
  kind: z.literal('path'),
  stops: z
    .array(z.strictObject({ id: Id, label: localised, note: localised, side: z.enum(['inside', 'outside']), seen: z.boolean() }))
    .min(2),
  links: z.array(localised),
  border: localised,
  viewer: localised,
})
const axis = z.array(z.strictObject({ id: Id, label: localised, note: localised.optional() })).min(1)
const cell = z.strictObject({ value: z.enum(['yes', 'no', 'partly']), note: localised.optional() })
const Matrix = z.strictObject({
  ...figureBase,
  kind: z.literal('matrix'),
  corner: localised,
  columns: axis,
  rows: z.array(z.strictObject({ id: Id, label: localised, note: localised.optional(), cells: z.record(Id, cell) })).min(1),
  legend: z.strictObject({ yes: localised, no: localised, partly: localised }),
})
const Parts = z.strictObject({
  ...figureBase,
  kind: z.literal('parts'),
  unit: localised,
  total: z.strictObject({ value: z.number().gt(0), label: localised }),
  parts: z.array(z.strictObject({ id: Id, value: z.number().gt(0), label: localised, note: localised.optional() })).min(2),
})
const Bars = z.strictObject({
  ...figureBase,
  kind: z.literal('bars'),
  unit: localised,
  entries: z
    .array(
      z.strictObject({
        id: Id,
        value: z.number().gte(0),
        label: localised,
        note: localised.optional(),
        emphasis: z.literal(true).optional(),
      }),
    )
    .min(2),
})
const span = z.strictObject({ kind: z.enum(laneSpanKinds), start: day, end: day.optional(), label: localised })
const Lanes = z.strictObject({
  ...figureBase,
  kind: z.literal('lanes'),
  from: day,
  to: day,
  legend: z.strictObject({ unseen: localised, known: localised, told: localised }),
  lanes: z.array(z.strictObject({ id: Id, label: localised, facts: ids, spans: z.array(span).min(1) })).min(1),
})
const Reach = z.strictObject({
  ...figureBase,
  kind: z.literal('reach'),
  hub: z.strictObject({ label: localised, note: localised }),
  legend: z.strictObject({ reached: localised, untouched: localised, unknown: localised }),
  groups: z.array(z.strictObject({ id: Id, label: localised, note: localised.optional(), state: z.enum(reachStates) })).min(2),
})
export const Figures = z.array(z.discriminatedUnion('kind', [Timeline, Path, Matrix, Parts, Bars, Lanes, Reach]))

/** The sections of a dossier, in this order; the last may be left out. */
export const dossierSections = ['what-is-known', 'what-is-disputed', 'what-changed-afterwards', 'context'] as const
export const Dossier = z.strictObject({
  id: Id,
  title: localised,
  standfirst: localised,
  sections: z.array(z.strictObject({ id: z.enum(dossierSections), title: localised, facts: ids })),
  notKnown: z.array(localised).min(1),
  timeline: Timeline,
  links: z.array(z.strictObject({ fact: Id, title: localised, url: z.url({ protocol: /^https$/ }) })).default([]),
})
/** What a dossier says of each fact, in one language. */
export const FactSentences = z.record(Id, text)

const difficulty = z.union([z.literal(1), z.literal(2), z.literal(3)])
const questionBase = { id: Id, difficulty, objective: Id, facts: ids.default([]), choices: ids.min(2) }
const QuizQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...questionBase, kind: z.literal('one-choice'), correct: z.tuple([Id]) }),
  z.strictObject({ ...questionBase, kind: z.literal('several-choices'), correct: ids.min(1) }),
  z.strictObject({ ...questionBase, kind: z.literal('order') }),
  z.strictObject({ ...questionBase, kind: z.literal('match'), targets: ids.min(2), correct: z.record(Id, Id) }),
])
export const Quiz = z.strictObject({
  id: Id,
  kind: z.literal('quiz'),
  case: Id,
  title: localised,
  draw: z.int().min(1),
  masteryScore: z.number().gt(0).max(1),
  attempts: z.int().min(1),
  pauseDays: z.int().min(0),
  feedback: z.enum(['each', 'end']),
  questions: z.array(QuizQuestion).min(1),
})
export const QuestionWords = z.record(
  Id,
  z.strictObject({ prompt: text, choices: z.record(Id, z.strictObject({ text, why: text })), targets: z.record(Id, text).optional() }),
)

const textHash = z.string().regex(/^[0-9a-f]{16}$/, 'a hash is 16 hexadecimal digits')
/** For each pair of texts, the hashes of the two that somebody found equal in meaning. */
export const Translations = z.record(text, z.strictObject({ en: textHash, ja: textHash }))

/** What a review looks at. */
export const reviewChecklist = [
  'every statement about the case is in the ledger',
  'each says who says so, and how it ended',
  'nobody is accused, named or labelled',
  'it reads as if it was written in this language',
  'a colleague could act on it tomorrow',
] as const
export const Reviews = z.array(
  z.strictObject({
    unit: Id,
    language: z.enum(languages),
    hash: textHash,
    on: z.iso.date(),
    by: text,
    checklist: z.array(z.enum(reviewChecklist)).min(1),
  }),
)

export type Translations = z.infer<typeof Translations>
export type Reviews = z.infer<typeof Reviews>

/** An audit lab: its world, tasks and truth are made by the code of the same id in `domain/labs`. */
export const LabFile = z.strictObject({
  id: Id,
  kind: z.literal('lab'),
  case: Id,
  title: localised,
  minutes: z.int().min(1).max(60),
  objectives: ids.min(1),
  facts: ids.min(1),
  controls: Controls.pick({ cis: true, 'nist-csf': true, 'iso-27001': true }).partial(),
  attempts: z.int().min(1),
  pauseDays: z.int().min(0),
  hints: ids.max(3),
})
const labChoice = z
  // biome-ignore lint/suspicious/noThenProperty: the word that authors write; what is read is never awaited
  .strictObject({ text, then: text })
  .transform((choice) => ({ text: choice.text, outcome: choice.then }))
const wordsOfCode = z.record(z.string().regex(/^[\w-]+$/, 'a code is letters, digits, - and _'), text)
/** The words of a lab in one language. */
export const LabWordsFile = z.strictObject({
  brief: z.array(text).min(1).max(4),
  tables: z.record(z.string(), z.strictObject({ title: text, about: text, columns: wordsOfCode })),
  values: wordsOfCode.default({}),
  tasks: z.record(
    Id,
    z.strictObject({
      prompt: text,
      short: text,
      choices: z.record(z.string(), labChoice).optional(),
      events: wordsOfCode.optional(),
      unit: text.optional(),
      settings: wordsOfCode.optional(),
    }),
  ),
  hints: z.record(Id, text),
  debrief: z.strictObject({
    steps: z.record(Id, z.strictObject({ title: text, text })),
    decoys: z.record(Id, text),
    /** What each decoy is, where many worlds are told of at once. */
    decoyNames: z.record(Id, text),
    /** The block of a lesson of the same name. */
    record: text,
    control: text,
  }),
})

export type Fact = z.infer<typeof Fact>
export type Facts = z.infer<typeof Facts>
export type FactNotes = z.infer<typeof FactNotes>
export type FactRules = z.infer<typeof FactRules>
export type NeverRule = z.infer<typeof never>
export type People = z.infer<typeof People>
export type CourseFile = z.infer<typeof Course>
export type TrackFile = z.infer<typeof Track>
export type Mappings = z.infer<typeof Mappings>
export type Glossary = z.infer<typeof Glossary>
export type DossierFile = z.infer<typeof Dossier>
export type FactSentences = z.infer<typeof FactSentences>
export type LessonFrontMatter = z.infer<typeof LessonFrontMatter>
export type Figures = z.infer<typeof Figures>
export type QuizFile = z.infer<typeof Quiz>
export type QuizQuestion = z.infer<typeof QuizQuestion>
export type QuestionWords = z.infer<typeof QuestionWords>
export type LabFile = z.infer<typeof LabFile>
export type LabWordsFile = z.infer<typeof LabWordsFile>
