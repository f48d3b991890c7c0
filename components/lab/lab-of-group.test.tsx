import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LabOfGroup } from './lab-of-group.tsx'

type Props = Parameters<typeof LabOfGroup>[0]

const report: NonNullable<Props['report']> = {
  ...{ people: 12, looked: 11, cited: 0.625, hints: [7, 0, 5], time: { lower: 300, median: 600, upper: 1200 } },
  tasks: [
    {
      ...{ id: 'who', text: 'Find the badge', right: 7, worth: 0.75 },
      wrong: [
        { kind: 'decoy', words: ['The rounds of the guard'], count: 3 },
        { kind: 'order', words: ['used', 'noticed'], count: 1 },
      ],
    },
  ],
  tables: [{ id: 'readings', text: 'Readings', opened: 11, narrowed: 4 }],
  proofIn: [{ id: 'readings', text: 'Readings', all: 6, some: 3, none: 3 }],
  steps: [{ id: 'nights', text: 'Look at the nights', all: 6, some: 2, none: 4 }],
  decoys: [{ id: 'guard', text: 'The rounds of the guard', count: 4, of: 10 }],
  certainty: [{ certainty: 'certain', count: 5, of: 20 }],
}
const shown = (language: 'en' | 'ja', change: Partial<Props> = {}) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={language} timeZone="UTC" messages={{}}>
      <LabOfGroup report={report} people={12} counted={12} least={10} {...change} />
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, ' ')

describe('a lab of a group', () => {
  it('says why nothing is told, of few and of those that would tell of few beside others', () => {
    expect(shown('en', { report: null, people: 9 })).toContain('9 people have handed it in. Of fewer than 10 nothing is told')
    expect(shown('en', { report: null, people: 11 })).toContain('11 people have handed it in. Beside what is told of the groups above')
    expect(shown('ja', { report: null, people: 11 })).toContain('上や隣のグループ')
  })

  it('tells in figures what was found, where they looked, what they missed and what misled them', () => {
    const page = shown('en')
    for (const words of [
      'On average they cited 63% of the rows that prove it.',
      'Half of them took 5 to 20 minutes from the beginning to handing in; the median is 10 minutes.',
      'Of 12, 7 took no hint and 5 took 2 hints.',
      '7 (58%)',
      '3 × taken in by what only looked guilty: The rounds of the guard',
      '1 × “noticed” put before “used”',
      '4 (36%)',
      'Of 11 of 12 people, whose views were recorded; without script nothing is.',
      '4 (33%)',
      '4 (40%)',
      '5 (25%)',
    ])
      expect(page).toContain(words)
  })

  it('tells the same in Japanese', () => {
    const page = shown('ja')
    for (const words of [
      '中央値が10分',
      '12人のうち使わなかった人が7人、2回使った人が5人です。',
      '怪しく見えただけのものを選択（The rounds of the guard）：3人',
    ])
      expect(page).toContain(words)
  })

  it('says why nothing is told of too few, of nobody, and of what too few looked at', () => {
    expect(shown('en', { report: null, people: 9 })).toContain('9 people have handed it in. Of fewer than 10 nothing is told')
    expect(shown('en', { report: null, people: 0 })).toContain('Nobody has handed in this lab yet')
    expect(shown('en', { report: { ...report, looked: 3, tables: null } })).toContain('recorded of 3 of 12 people only')
  })

  it('says of how many it is told, where some gave it before figures were kept', () => {
    expect(shown('en')).not.toContain('Told of')
    expect(shown('en', { people: 70, counted: 52 })).toContain('Told of 52 of 70 people')
  })
})
