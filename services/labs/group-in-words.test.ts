import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import type { LabWords } from '#domain/catalogue/types'
import { type AttemptDone, groupReport } from '#domain/labs/group-report'
import { mondayNineOhTwo as lab } from '#domain/labs/monday-nine-oh-two/index'
import { groupInWords } from './group-in-words.ts'

it('names the task in which rows are right by its short words', () => {
  const words = parse(readFileSync(`content/units/${lab.id}/lab.en.yaml`, 'utf8')) as LabWords
  const done: AttemptDone = {
    ...{ looked: null, tables: {}, steps: {}, cited: 0, decoys: {}, hints: 0, seconds: 600 },
    tasks: { answer: { worth: 0.6, wrong: { kind: 'task', of: 'report' }, certainty: null } },
  }
  const report = groupReport(
    Array.from({ length: 10 }, () => done),
    ['inbox'],
  )
  const told = report && groupInWords(report, { lab, ...lab.generate('0'.repeat(32)) }, words)
  expect(told?.tasks[0]?.wrong).toEqual([{ kind: 'task', words: [words.tasks['report']?.short], count: 10 }])
})
