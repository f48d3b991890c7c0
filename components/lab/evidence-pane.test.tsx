import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Language } from '#domain/catalogue/types'
import type { TableView } from '#domain/labs/lab-view'
import type { RowTask } from '#domain/labs/picking'
import type { View } from '#domain/labs/types'
import { EvidencePane } from './evidence-pane.tsx'
import { labWordsIn } from './lab-words.tsx'
import { WordsContext } from './use-words.ts'

const column = (id: string, kind: TableView['columns'][number]['kind']) => ({ id, kind, title: `The ${id}` })
const table: TableView = {
  id: 'readings',
  title: 'Readings',
  about: 'One row is one reading of a badge.',
  columns: [
    ...[column('badge', 'text'), column('door', 'word'), column('at', 'time')],
    ...[{ ...column('seconds', 'number'), isSummed: true }, column('port', 'number')],
  ],
  rows: [
    ['B-1', 'z', '2024-06-03T08:00', 4, 22],
    ['B-2', 'a', '2024-06-03T23:10', 1200, 22],
    ['B-1', 'z', '2024-06-09T23:20', null, 443],
  ],
}

interface Asked {
  by: string
  language: Language
  of: TableView
  picking: RowTask | null
  /** As in a debrief. */
  isRead: boolean
}

/** As the server renders it: what somebody without script has. */
function paneOf(
  view: Partial<View> = {},
  { by, language = 'en', of = table, picking = null, isRead = false }: Partial<Asked> = {},
): string {
  return renderToStaticMarkup(
    <WordsContext value={labWordsIn(language)}>
      <EvidencePane
        tables={[of]}
        values={{ z: 'main door', a: 'tool room' }}
        view={{ table: 'readings', where: [], ...view }}
        look={() => undefined}
        viewOf={(id) => ({ table: id, where: [] })}
        marked={['readings-2']}
        isPicking={false}
        picking={picking}
        form="case"
        toggle={isRead ? null : () => undefined}
        by={by}
      />
    </WordsContext>,
  )
}
const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, found]) => found?.replaceAll('&quot;', '"'))
const fieldsIn = (page: string) => all(page, /<(?:input|select)[^>]* name="(\w+)"/gu)

describe('the evidence', () => {
  it('says above the table what a row of it is, and names that as its description', () => {
    const page = paneOf()
    expect(page).toMatch(/<p id="about-table">One row is one reading of a badge\.<\/p>.*<table[^>]* aria-describedby="about-table"/u)
    expect(page).not.toMatch(/<caption[^>]*>[^<]*One row/u)
  })

  it('names the keys that work there: where it is only read, none puts a row anywhere', () => {
    const caption = (isRead: boolean, language: Language) => all(paneOf({}, { isRead, language }), /<caption[^>]*>([^<]*)/gu)
    expect(caption(false, 'en')).toEqual([expect.stringContaining('Enter or Space puts a row into the case file')])
    expect(caption(true, 'en')).toEqual(['Readings: 3 of 3 rows. Arrow keys move, f filters by a cell.'])
    expect(caption(true, 'ja')).toEqual(['Readings：3行中3行。矢印キーで移動し、fでその値に絞ります。'])
  })

  it('shows the weekday of a time in the language of the reader', () => {
    expect(paneOf()).toContain('2024-06-03 23:10 Mon</td>')
    expect(paneOf({}, { language: 'ja' })).toContain('2024-06-09 23:20 日</td>')
  })

  it('adds up a column of numbers over the rows shown where that means something', () => {
    const sums = (page: string) => all(page, /class="sum"><span class="line">(.*?)<\/span><\/span>/gu)
    expect(sums(paneOf())).toEqual(['Sum 1,204</span> <span class="line">Rows 2'])
    expect(sums(paneOf({ find: 'tool' }))).toEqual(['Sum 1,200</span> <span class="line">Rows 1'])
  })

  it('sets the thousands of its counts apart, as the reader does', () => {
    const many = { ...table, rows: Array.from({ length: 1062 }, () => table.rows[0] ?? []) }
    const page = paneOf({}, { of: many })
    expect(page).toContain('Readings <small>1,062</small>')
    expect(page).toContain('>1,062 of 1,062 rows</span>')
    expect(page).toMatch(/<caption[^>]*>Readings: 1,062 of 1,062 rows\./u)
    expect(all(page, /class="line">(B-1 [^<]*)</gu)).toEqual(['B-1 × 1,062'])
    expect(paneOf({ group: 'door' }, { of: many })).toContain('<span class="n">1,062</span>')
    expect(paneOf({}, { of: many, language: 'ja' })).toContain('>1,062行中1,062行</span>')
  })

  it('offers every cell to filter by, the first too', () => {
    expect(paneOf()).toMatch(/<th data-at="0 0"[^>]* title="Show only B-1"/u)
    expect(paneOf()).toMatch(/<td data-at="2 3"[^>]* title="Show only –"/u)
  })

  it('says when nothing fits, with the way back', () => {
    expect(paneOf({ find: 'attic' })).toContain('No row fits all of this. <a href="?table=readings">')
  })
})

describe('while rows are picked for a task', () => {
  const task: RowTask = {
    kind: 'rows',
    id: 'which',
    prompt: 'Which rows?',
    short: 'The nights',
    isUnknowableOffered: false,
    isAside: false,
    table: 'readings',
  }

  it('its own table says so, above it and in the name of every +', () => {
    const page = paneOf({}, { picking: task })
    expect(page).toContain('>Picking for “The nights”: the + of a row picks it.</p>')
    expect(page).toContain('aria-label="Pick B-1 for “The nights”"')
    expect(page).toContain('Enter or Space picks a row for “The nights”')
    expect(page).not.toContain('case file')
  })

  it('another table says that its + puts rows into the case file', () => {
    const page = paneOf({}, { picking: { ...task, table: 'doors' } })
    expect(page).toContain('>Rows for “The nights” are picked in doors. Here the + puts a row into the case file.</p>')
    expect(page).toContain('aria-label="Add B-1 to the case file"')
  })

  it('nothing of it stands there otherwise', () => {
    expect(paneOf()).not.toContain('class="picking"')
    expect(paneOf()).toContain('aria-label="Add B-1 to the case file"')
  })
})

describe('words looked for without script', () => {
  it.each(['en', 'ja'] as const)('are sent with the language %s that they are in', (language) => {
    expect(paneOf({ find: 'tool', findIn: language }, { language })).toContain(`<input type="hidden" name="findIn" value="${language}"/>`)
  })
})

describe('a filter without script', () => {
  const where: View['where'] = [
    { column: 'door', is: 'z' },
    { column: 'at', hours: { from: 22, to: 5 } },
  ]

  it('is shown with a link to the view without it, and sent on by the form', () => {
    const page = paneOf({ where, sort: { column: 'at', isDescending: true } })
    expect(all(page, /class="chip"><span>([^<]*)</gu)).toEqual(['The door: main door', 'The at: 22:00–05:59'])
    const links = all(page, /class="chip">.*?href="([^"]*)"/gu).map((href) => [...new URLSearchParams(href?.replaceAll('&amp;', '&'))])
    expect(links[0]).toEqual([
      ['table', 'readings'],
      ['where', JSON.stringify(where[1])],
      ['sort', '-at'],
    ])
    expect(all(page, /type="hidden" name="where" value="([^"]*)"/gu)).toEqual(where.map((one) => JSON.stringify(one)))
    expect(page).toContain('name="sort" value="-at"')
  })

  it.each([
    ['seconds', ['narrowed', 'low', 'high']],
    ['at', ['narrowed', 'lowDay', 'lowClock', 'highDay', 'highClock', 'hourFrom', 'hourTo', ...Array<string>(7).fill('weekday')]],
    ['door', ['narrowed', 'is']],
    ['badge', ['narrowed', 'is', 'has']],
  ])('asks of the column %s what its kind can tell', (by, fields) => {
    const page = paneOf({}, { by })
    expect(fieldsIn(page.slice(page.indexOf('<fieldset'), page.lastIndexOf('</fieldset>')))).toEqual(fields)
  })

  it('begins with what is asked now', () => {
    const page = paneOf({ where: [...where, { column: 'at', weekdays: [0] }, { column: 'at', from: '2024-06-03T23:00' }] }, { by: 'at' })
    expect(all(page, /<option value="(\d+)" selected=""/gu)).toEqual(['22', '5'])
    expect(page).toMatch(/name="weekday" checked="" value="0"\/>Sun/u)
    expect(page).toMatch(/required="" name="lowDay" value="2024-06-03"/u)
  })

  it('takes a value from the table that counts them', () => {
    const page = paneOf({ group: 'door' })
    const links = all(page, /<th scope="row"><a href="([^"]*)"/gu).map((href) => new URLSearchParams(href?.replaceAll('&amp;', '&')))
    expect(links.map((link) => link.get('where'))).toEqual(['{"column":"door","is":"z"}', '{"column":"door","is":"a"}'])
    expect(links.some((link) => link.has('group'))).toBe(false)
  })
})
