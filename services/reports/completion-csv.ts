import { stringify } from 'csv-stringify/sync'
import { createTranslator } from 'use-intl/core'
import type { Language } from '#domain/catalogue/types'
import { type Status, statuses } from '#domain/enrolments/status'
import en from '#messages/en'
import ja from '#messages/ja'
import type { ExportRow } from './export-rows.ts'
import { timesIn } from './times-in.ts'

const messages = { en, ja }

/** How a spreadsheet reads it without being asked: UTF-8 with its mark, CRLF, quoted as RFC 4180 says. */
const form = { record_delimiter: '\r\n', bom: false, escape_formulas: true, quoted_match: /[\r\n]/ }

/** Turns rows into CSV in a reader's language. No cell begins a formula: an apostrophe stands before what would. */
export function completionCsv(language: Language, timeZone: string): { head: string; lines: (rows: ExportRow[]) => string } {
  const say = createTranslator({ locale: language, messages: messages[language] })
  const words = Object.fromEntries(statuses.map((status) => [status, say(`statuses.${status}`)])) as Record<Status, string>
  const timeOf = timesIn(timeZone)
  const head = [
    say('reports.export.name'),
    say('reports.export.employeeNumber'),
    say('reports.export.email'),
    say('reports.export.group'),
    say('reports.export.course'),
    say('reports.export.cycle'),
    say('reports.export.status'),
    say('reports.export.enrolledAt', { timeZone }),
    say('reports.export.dueOn'),
    say('reports.export.startedAt', { timeZone }),
    say('reports.export.closedAt', { timeZone }),
    say('reports.export.score'),
    say('reports.export.unitsDone'),
    say('reports.export.version'),
    say('reports.export.person'),
  ]
  const cells = (row: ExportRow) => [
    row.name,
    row.employeeNumber ?? '',
    row.email ?? '',
    row.groupPath.join(' / '),
    row.courseTitle[language],
    row.cycle,
    words[row.status],
    timeOf(row.enrolledAt),
    row.dueOn ?? '',
    timeOf(row.startedAt),
    timeOf(row.closedAt),
    row.score ?? '',
    row.unitsDone,
    row.courseVersion,
    row.personId,
  ]
  return { head: stringify([head], { ...form, bom: true }), lines: (rows) => stringify(rows.map(cells), form) }
}
