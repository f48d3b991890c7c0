import type { CourseVersion, Language } from '#domain/catalogue/types'
import { calibrationOf } from '#domain/labs/calibration'
import { responsesOf, tableOfRow } from '#domain/labs/case-file'
import type { DebriefView, RowTold } from '#domain/labs/lab-view'
import { implausible } from '#domain/labs/plausibility'
import { pointsOf, proofOf, scoreLab } from '#domain/labs/score'
import { rightResponse } from '#domain/labs/solve'
import { responseInWords, rowInWords } from '#domain/labs/tell'
import { rowsOf } from '#domain/labs/view'
import { NotFound } from '../errors.ts'
import type { LabAttempt } from './find-lab-attempt.ts'
import { tablesIn } from './in-language.ts'
import { inOrderOf, ruleTold } from './rule-told.ts'
import { say } from './say.ts'
import { amountIn, unitIn } from './units.ts'

/** What is told of an attempt once it is given, but for a plan. @throws NotFound before that. */
export function debriefOf(attempt: LabAttempt, { facts }: CourseVersion, language: Language): Omit<DebriefView, 'plan'> {
  const { number, submittedAt, unit, world } = attempt
  if (attempt.status !== 'submitted' || !submittedAt) throw new NotFound('debrief')
  const words = unit.words[language]
  const given = responsesOf(attempt.file)
  const scored = scoreLab(world.lab.tasks, world.truth, given)
  const certain = Object.entries(given.tasks).map(([id, { certainty }]) => ({ certainty, worth: scored.tasks[id] ?? 0 }))
  return {
    number,
    submittedAt,
    score: attempt.score ?? scored.score,
    isPassed: attempt.isPassed ?? scored.isPassed,
    masteryScore: unit.masteryScore,
    findings: scored.findings,
    evidence: scored.evidence,
    hints: scored.hints,
    tasks: tasksTold(attempt, scored.tasks, language),
    ...rowsTold(attempt, language),
    note: attempt.file.note ?? '',
    steps: stepsTold(attempt, language),
    calibration: calibrationOf(certain),
    namesOnly: world.truth.namesOnly && { ...world.truth.namesOnly, by: world.lab.namesBy ?? 'best' },
    signals: signalsOf(attempt),
    isReadable: attempt.isReadable,
    recordHtml: words.debrief.recordHtml,
    facts: unit.facts.flatMap((id) => facts[id] ?? []),
    control: words.debrief.control,
    controls: unit.controls,
    tables: tablesIn(world, words),
    values: words.values,
  }
}

function signalsOf({ startedAt, submittedAt, unit, world, file, score }: LabAttempt) {
  const seconds = ((submittedAt ?? startedAt).getTime() - startedAt.getTime()) / 1000
  return implausible({ minutes: unit.minutes, seconds, score: score ?? 0, file, tables: world.evidence.tables, steps: world.truth.steps })
}

function tellRow({ world, unit }: LabAttempt, language: Language): (id: string) => RowTold {
  const { tables } = world.evidence
  return (id) => {
    const table = tableOfRow(tables, id)
    const row = table?.rows.find((one) => one.id === id)
    const label = table && row ? rowInWords(table, row, unit.words[language].values) : id
    return { row: id, table: table?.id ?? '', label }
  }
}

function tasksTold(attempt: LabAttempt, worth: Record<string, number>, language: Language): DebriefView['tasks'] {
  const { world, unit, file } = attempt
  const told = tellRow(attempt, language)
  const { values, tasks } = unit.words[language]
  const points = pointsOf(world.lab.tasks, worth)
  const write = new Intl.NumberFormat(language)
  return world.lab.tasks.map((spec) => {
    const { id } = spec
    const words = tasks[id] ?? { prompt: id, short: id }
    const known = {
      words,
      values,
      row: (row: string) => told(row).label,
      amount: (number: number) =>
        spec.kind === 'number' ? amountIn(language, number, unitIn(language, spec, words)) : write.format(number),
    }
    const held = file.tasks[id]?.certainty ? file.tasks[id] : undefined
    const truth = world.truth.tasks[id]
    const choice = held && 'choice' in held.given ? held.given.choice : ''
    return {
      id,
      prompt: words.prompt,
      worth: worth[id] ?? 0,
      points: points[id] ?? { most: 0, given: 0 },
      given: responseInWords(held && inOrderOf(spec, held.given), known),
      certainty: held?.certainty ?? null,
      right: truth ? responseInWords(inOrderOf(spec, rightResponse(truth)), known) : null,
      outcome: words.choices?.[choice]?.outcome ?? null,
      rule: spec.kind === 'rule' ? ruleTold(world, spec, held?.given) : null,
    }
  })
}

function rowsTold(attempt: LabAttempt, language: Language): Pick<DebriefView, 'found' | 'missed' | 'beside' | 'decoys'> {
  const { truth } = attempt.world
  const { marks } = attempt.file
  const tell = tellRow(attempt, language)
  const proving = proofOf(truth, responsesOf(attempt.file))
  const proof = new Set(proving)
  const decoyRows = new Set(truth.decoys.flatMap(({ rows }) => rows))
  const among = (rows: ReadonlySet<string>) => marks.filter(({ row }) => rows.has(row)).map(({ row, reason }) => ({ ...tell(row), reason }))
  const marked = new Set(marks.map(({ row }) => row))
  const words = attempt.unit.words[language].debrief.decoys
  return {
    found: among(proof),
    missed: proving.filter((row) => !marked.has(row)).map(tell),
    beside: marks.filter(({ row }) => !proof.has(row) && !decoyRows.has(row)).map(({ row, reason }) => ({ ...tell(row), reason })),
    decoys: truth.decoys.map(({ id, rows, values }) => ({
      id,
      why: say(language, words[id] ?? '', values),
      rows: rows.length,
      marked: among(new Set(rows)),
    })),
  }
}

function stepsTold({ world, unit }: LabAttempt, language: Language): DebriefView['steps'] {
  const words = unit.words[language].debrief.steps
  return world.truth.steps.map(({ id, view, values }) => {
    const table = world.evidence.tables.find((one) => one.id === view.table)
    return {
      id,
      title: say(language, words[id]?.title ?? id, values),
      text: say(language, words[id]?.text ?? '', values),
      view,
      rows: table ? rowsOf(table, view).length : 0,
    }
  })
}
