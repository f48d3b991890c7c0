import { stringify } from 'csv-stringify/sync'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { courseVersions, enrolments, groups, people } from '#db/schema/index'
import { cleanLine } from '#domain/text'
import { publishTestCourse, testCourse, testCourseWith } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makePerson, testNow } from '#testing/factories'
import { naughtyStrings, written } from '#testing/naughty/strings'
import { newId } from '../new-id.ts'
import { csvCell } from './completion-csv.ts'
import { exportCompletion } from './export-completion.ts'

const { db } = await testDatabase()

/** As the database may hold them: PostgreSQL has no NUL, and UTF-8 no half of a pair. */
const texts = [...naughtyStrings, ...naughtyStrings.map(cleanLine)].filter((text) => text.isWellFormed() && !text.includes('\0'))

/** What a spreadsheet takes for a formula, or may once it has dropped what stands before. */
const formula = /^"?[=+\-@\t\r＝＋－＠]/u

test('the database writes each text as the library does, and none begins a formula', async () => {
  const given = sql.param(JSON.stringify(texts))
  const { rows } = await db.execute<{ cell: string }>(
    sql`select ${csvCell(sql`given.text`)} as cell from jsonb_array_elements_text(${given}::jsonb) with ordinality as given (text, place) order by place`,
  )
  expect(rows).toHaveLength(texts.length)
  for (const [index, text] of texts.entries()) {
    const cell = rows[index]?.cell ?? ''
    expect(cell, written(text)).toBe(
      stringify([[text]], { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: '\n' }).slice(0, -1),
    )
    expect(formula.test(cell), written(text)).toBe(false)
  }
})

/** Reads CSV as RFC 4180 has it and as little else: a quote or a line end that stands where none may is an error. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    const isQuoted = text[at] === '"'
    let cell = ''
    if (isQuoted) {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length) throw new Error('a quoted cell does not end')
        cell += text[at]
        if (text[at] === '"') at += 1
      }
      at += 1
    } else {
      for (; at < text.length && !',\r\n'.includes(text[at] ?? ''); at += 1) cell += text[at]
      if (cell.includes('"')) throw new Error(`a quote within ${cell}`)
    }
    row.push(cell)
    if (text[at] === ',') continue
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`${cell} ends in ${JSON.stringify(text.slice(at, at + 2))}`)
    at += 1
    rows.push(row)
    row = []
  }
  return rows
}

const firstOf = (all: readonly string[], most: number) => [
  ...new Map(all.filter((text) => text !== '' && text.length <= most).map((text) => [text.toLowerCase(), text])).values(),
]

test('a whole export gives every name, number, address, group and title back, and no cell begins a formula', async () => {
  const [names, ofGroups, titles] = [firstOf(texts, 200), firstOf(texts, 110), texts.filter((_, index) => index % 20 === 0)]
  const rootId = newId()
  const rootName = "=cmd|' /C calc'!A0"
  await db.execute(
    sql`insert into organisation (name, time_zone, language, created_at) values ('Kitahama', 'Asia/Tokyo', 'en', ${testNow.toISOString()})`,
  )
  await db.insert(groups).values({ id: rootId, parentId: null, name: rootName, path: [rootId], createdAt: testNow })
  await publishTestCourse(db)
  const versions = titles.map((title) => ({ title, content: testCourseWith({ title: { en: title, ja: title } }) }))
  await db
    .insert(courseVersions)
    .values(versions.map(({ content }) => ({ hash: content.hash, courseId: testCourse.id, content, loadedAt: testNow })))
    .onConflictDoNothing()
  const made = names.map((name, index) => {
    const [id, groupId] = [newId(), newId()]
    const { title, content } = versions[index % versions.length] ?? { title: '', content: testCourse }
    const group = `${ofGroups[index % ofGroups.length]} ${index}`
    const email = `${names.at(-1 - index)}${index}@kitahama.example`
    return { id, groupId, name, group, number: `${names[(index + 7) % names.length]} ${index}`, email, title, hash: content.hash }
  })
  await db
    .insert(groups)
    .values(made.map(({ groupId: id, group: name }) => ({ id, parentId: rootId, name, path: [rootId, id], createdAt: testNow })))
  await db.insert(people).values(
    made.map(({ id, name, number: employeeNumber, email, groupId: homeGroupId }) => ({
      id,
      name,
      sortName: name,
      email,
      employeeNumber,
      homeGroupId,
      language: 'en' as const,
      createdAt: testNow,
    })),
  )
  await db.insert(enrolments).values(
    made.map(({ id: personId, hash: courseVersion }) => ({
      id: newId(),
      personId,
      courseId: testCourse.id,
      courseVersion,
      cycle: 1,
      enrolledAt: testNow,
    })),
  )
  const reviewer = await makePerson(db, { groupId: rootId, grants: [{ role: 'reviewer', of: null }] })
  const { csv, rows } = await exportCompletion(await callerFor(db, reviewer.id), { course: testCourse.id })
  const read = readCsv((await Array.fromAsync(csv)).join('').replace(/^\ufeff/, ''))
  expect(rows).toBe(made.length)
  expect(made.length).toBeGreaterThan(900)
  expect(read).toHaveLength(1 + made.length)
  const byId = new Map(read.slice(1).map((row) => [row.at(-1), row]))
  const beginsFormula = (text: string) => /^[=+\-@\t\r＝＋－＠]/u.test(text)
  const tamed = (text: string) => (beginsFormula(text) ? `'${text}` : text)
  for (const { id, name, number, email, group, title } of made) {
    const [nameTold, numberTold, emailTold, groupTold, titleTold] = byId.get(id) ?? []
    const told = [nameTold, numberTold, emailTold, groupTold, titleTold]
    expect(told, written(name)).toEqual([name, number, email, `${rootName} / ${group}`, title].map(tamed))
  }
  expect(read.flat().filter(beginsFormula).map(written)).toEqual([])
})
