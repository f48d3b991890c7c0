import { missing, repeated } from './repeated.ts'
import { findForbidden, findMissingWords, findUnattributed, findWatchWord, type RuleBook, wordsIn } from './rule-book.ts'
import type { Figures } from './schema.ts'
import type { LessonSource, Located, Problem } from './source.ts'
import { languages } from './types.ts'

type Figure = Figures[number]

/** Figures: each is shown once in each language with its facts, its data hold together, its words follow the rules. */
export function* checkFigures({ figures, languages: lessons }: LessonSource, facts: RuleBook): Generator<Problem> {
  const ids = figures.data.map((figure) => figure.id)
  for (const index of repeated(ids))
    yield { file: figures.file, line: figures.lineOf([index, 'id']), reason: `figure “${ids[index]}” stands twice` }
  for (const language of languages) {
    const lesson = lessons[language]
    const blocks = lesson.parts.flatMap((part) => part.blocks).filter(({ block }) => block.kind === 'figure')
    const shown = blocks.flatMap(({ block }) => (block.kind === 'figure' ? [block.id] : []))
    for (const id of missing(ids, shown))
      yield { file: figures.file, line: figures.lineOf([ids.indexOf(id)]), reason: `“${id}” is not shown in ${lesson.file}` }
    for (const { block, line, source } of blocks) {
      if (block.kind !== 'figure') continue
      const figure = figures.data.find(({ id }) => id === block.id)
      if (!figure) yield { file: lesson.file, line, reason: `no figure “${block.id}” in ${figures.file}` }
      else if ([...figure.facts].sort().join() !== [...block.facts].sort().join())
        yield { file: lesson.file, line, reason: `the facts of “${block.id}” differ from ${figures.file}` }
      const watched = block.facts.length === 0 ? findWatchWord(facts, language, source.text) : null
      for (const { reason } of [...(watched ? [watched] : []), ...findForbidden(facts, language, block.facts, source.text)])
        yield { file: lesson.file, line, reason }
    }
  }
  for (const [index, figure] of figures.data.entries()) yield* checkFigure(figures, [index], figure, facts)
}

export function* checkFigure(
  at: Pick<Located<unknown>, 'file' | 'lineOf'>,
  base: readonly (string | number)[],
  figure: Figure,
  facts: RuleBook,
): Generator<Problem> {
  const problem = (path: (string | number)[], reason: string): Problem => ({ file: at.file, line: at.lineOf([...base, ...path]), reason })
  for (const language of languages) {
    const text = figure.text[language]
    for (const id of findUnattributed(facts, language, figure.facts, text))
      yield problem(['text', language], `the text does not say whose claim “${id}” is`)
    for (const { fact, words } of findMissingWords(facts, language, figure.facts, text))
      yield problem(['text', language], `what is said of “${fact}” must hold /${words}/`)
    for (const { path, words } of wordsIn(figure)) {
      const watched = figure.facts.length === 0 ? findWatchWord(facts, language, words[language]) : null
      for (const { reason } of [...(watched ? [watched] : []), ...findForbidden(facts, language, figure.facts, words[language])])
        yield problem([...path, language], reason)
    }
  }
  yield* checkData(figure, problem)
}

type Report = (path: (string | number)[], reason: string) => Problem

function checkData(figure: Figure, problem: Report): Iterable<Problem> {
  switch (figure.kind) {
    case 'timeline':
      return checkTimeline(figure, problem)
    case 'path':
      return checkPath(figure, problem)
    case 'matrix':
      return checkMatrix(figure, problem)
    case 'parts':
      return checkParts(figure, problem)
    case 'bars':
      return checkIds('entries', figure.entries, problem)
    case 'lanes':
      return checkLanes(figure, problem)
    case 'reach':
      return checkIds('groups', figure.groups, problem)
  }
}

function* checkTimeline(figure: Extract<Figure, { kind: 'timeline' }>, problem: Report): Generator<Problem> {
  for (const key of ['entries', 'spans'] as const)
    for (const [index, time] of figure[key].entries()) yield* checkTime(figure, time, [key, index], problem)
  for (const [index, entry] of figure.entries.entries()) {
    if (entry.facts.length === 0) yield problem(['entries', index], 'an entry names its facts')
    for (const id of missing(entry.facts, figure.facts))
      yield problem(['entries', index, 'facts'], `“${id}” is not among the figure's facts`)
  }
}

function* checkPath(figure: Extract<Figure, { kind: 'path' }>, problem: Report): Generator<Problem> {
  if (figure.links.length !== figure.stops.length - 1)
    yield problem(['links'], `${figure.stops.length} stops have ${figure.stops.length - 1} links between them`)
  for (const index of repeated(figure.stops.map((stop) => stop.id))) yield problem(['stops', index, 'id'], 'a stop stands twice')
  const crossings = figure.stops.filter((stop, index) => index > 0 && stop.side !== figure.stops[index - 1]?.side)
  if (crossings.length !== 1) yield problem(['stops'], 'a path crosses the border once')
}

function* checkMatrix(figure: Extract<Figure, { kind: 'matrix' }>, problem: Report): Generator<Problem> {
  const columns = figure.columns.map((column) => column.id)
  for (const index of repeated(columns)) yield problem(['columns', index, 'id'], 'a column stands twice')
  for (const [index, row] of figure.rows.entries()) {
    for (const id of missing(columns, Object.keys(row.cells))) yield problem(['rows', index, 'cells'], `no cell for “${id}”`)
    for (const id of missing(Object.keys(row.cells), columns)) yield problem(['rows', index, 'cells', id], `no column “${id}”`)
  }
}

interface Time {
  start: string
  end?: string | undefined
}

function* checkTime({ from, to }: { from: string; to: string }, { start, end }: Time, path: (string | number)[], problem: Report) {
  if (end && end < start) yield problem([...path, 'end'], 'ends before it begins')
  if (start < from.slice(0, start.length) || (end ?? start) > `${to}\uffff`) yield problem(path, `is not between ${from} and ${to}`)
}

function* checkIds(key: string, things: readonly { id: string }[], problem: Report): Generator<Problem> {
  for (const index of repeated(things.map(({ id }) => id))) yield problem([key, index, 'id'], `“${things[index]?.id}” stands twice`)
}

function* checkParts(figure: Extract<Figure, { kind: 'parts' }>, problem: Report): Generator<Problem> {
  yield* checkIds('parts', figure.parts, problem)
  const sum = figure.parts.reduce((total, { value }) => total + value, 0)
  // Decimals of a statistic add up to the total but for the last bits of a floating-point number.
  if (Math.abs(sum - figure.total.value) > 1e-9 * figure.total.value)
    yield problem(['total', 'value'], `the parts add up to ${sum}, not ${figure.total.value}`)
}

function* checkLanes(figure: Extract<Figure, { kind: 'lanes' }>, problem: Report): Generator<Problem> {
  yield* checkIds('lanes', figure.lanes, problem)
  for (const [index, lane] of figure.lanes.entries()) {
    for (const id of missing(lane.facts, figure.facts)) yield problem(['lanes', index, 'facts'], `“${id}” is not among the figure's facts`)
    for (const [at, span] of lane.spans.entries()) yield* checkTime(figure, span, ['lanes', index, 'spans', at], problem)
  }
}
