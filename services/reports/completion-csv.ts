import { stringify } from 'csv-stringify/sync'
import { Temporal } from 'temporal-polyfill'
import { createTranslator } from 'use-intl/core'
import type { Language } from '#domain/catalogue/types'
import en from '#messages/en'
import ja from '#messages/ja'
import type { ExportRow } from './export-rows.ts'

const messages = { en, ja }

/** How a spreadsheet reads it without being asked: UTF-8 with its mark, CRLF, quoted as RFC 4180 says. */
const form = { record_delimiter: '\r\n', bom: false, escape_formulas: true, quoted_match: /[\r\n]/ }

/** A time in a zone, as ISO 8601 with its offset and to the second. */
function timeIn(timeZone: string, at: Date | null): string {
  if (at === null) return ''
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  return there.toString({ smallestUnit: 'second', timeZoneName: 'never' })
}

/** Turns rows into CSV in a reader's language. No cell begins a formula: an apostrophe stands before what would. */
export function completionCsv(language: Language, timeZone: string): { head: string; lines: (rows: ExportRow[]) => string } {
  const say = createTranslator({ locale: language, messages: messages[language] })
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
    say(`statuses.${row.status}`),
    timeIn(timeZone, row.enrolledAt),
    row.dueOn ?? '',
    timeIn(timeZone, row.startedAt),
    timeIn(timeZone, row.closedAt),
    row.score ?? '',
    row.unitsDone,
    row.courseVersion,
    row.personId,
  ]
  return { head: stringify([head], { ...form, bom: true }), lines: (rows) => stringify(rows.map(cells), form) }
}
