import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Rules inside `@media print` of all styles: their selectors and declarations. */
const rules = globSync('app/styles/*.css')
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/@media print \{(?<body>[\s\S]*?)\n\}/gu)])
  .flatMap((block) => [
    ...(block.groups?.['body'] ?? '').replaceAll(/\/\*[\s\S]*?\*\//gu, '').matchAll(/(?<selectors>[^{}]+)\{(?<set>[^{}]*)\}/gu),
  ])
  .map(({ groups }) => ({ selectors: (groups?.['selectors'] ?? '').split(',').map((one) => one.trim()), set: groups?.['set'] ?? '' }))

/** The classes that figures and the tables beneath them are made of. */
const classes = globSync(
  'components/lesson/{bars,figure,figure-table,lanes,matrix,parts,path*,reach,svg-lines,time-ticks,timeline-*,timeline}.tsx',
)
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/className="([^"]+)"/gu)])
  .flatMap(([, names = '']) => names.split(' '))

const hidden = rules.filter(({ set }) => /display: none|visibility: hidden/u.test(set)).flatMap(({ selectors }) => selectors)
/** What a selector hides is its last part. */
const subjectOf = (selector: string) => selector.split(/[\s>+~]+/u).at(-1) ?? ''

describe('on paper', () => {
  it('no figure, and nothing it is made of, is hidden', () => {
    expect(classes).toContain('fig')
    expect(hidden).toContain('.no-print')
    // Lists of people have a wide and a narrow form side by side; a figure shows the one that fits the sheet.
    const ofFigures = hidden.filter((selector) => !selector.startsWith('.two '))
    expect(ofFigures.filter((selector) => classes.some((name) => subjectOf(selector).split('.').includes(name)))).toEqual([])
    expect(ofFigures.filter((selector) => /^(figure|figcaption|svg|details|table)\b/u.test(subjectOf(selector)))).toEqual([])
  })

  it('the table that says the same as a figure is shown though it is folded', () => {
    const shown = rules.find(({ selectors }) => selectors.includes('details.data::details-content'))
    expect(shown?.set).toContain('content-visibility: visible')
    expect(classes).toContain('data')
  })

  it('a figure is not torn between two sheets, and keeps the colours that carry meaning', () => {
    expect(rules.find(({ selectors }) => selectors.includes('figure'))?.set).toContain('break-inside: avoid')
    for (const selector of ['.whole .cut', '.amounts .measure', '.reach', '.chart'])
      expect(rules.find(({ selectors }) => selectors.includes(selector))?.set, selector).toContain('print-color-adjust: exact')
  })
})
