import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { PlanDebrief, PlanTold } from '#domain/labs/lab-view'
import { unseenReasons } from '#domain/labs/replayed'
import { inLanguage } from '../ui/words.tsx'
import { PlanReplayed } from './plan-replayed.tsx'

const line = (index: number) => ({ line: `incidents-${index}`, trace: 'A log falls silent', place: 'Own sites', leftOn: 12 })
const plan = (change: Partial<PlanTold> = {}, day: number | null = 30): PlanTold => ({
  ...{ cost: 52, most: 60, isAffordable: true, daysSaved: 141, best: 190 },
  incidents: [
    {
      ...{ incident: 'pumps', firm: 'Pump maker', noticedOn: 171, day, daysSaved: day === null ? 0 : 171 - day },
      seen: day === null ? [] : [1, 2].map((index) => ({ ...line(index), control: `Review ${index}`, day })),
      missed: unseenReasons.map((why, index) => ({ ...line(index + 3), why })),
    },
  ],
  ...change,
})
const best = plan({ daysSaved: 190 }, 20)

function shown(told: Partial<PlanDebrief>, isPassed = false, language: 'en' | 'ja' = 'en'): string {
  const debrief: PlanDebrief = { yours: plan(), best, earlier: null, ...told }
  return inLanguage(language, () =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={language} timeZone="Asia/Tokyo" now={new Date('2026-11-27T00:00:00Z')}>
        <PlanReplayed plan={debrief} isPassed={isPassed} />
      </NextIntlClientProvider>,
    ),
  )
}
const rows = (page: string) =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gu)].map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gu)].map(([, cell]) => cell))

describe('a plan replayed', () => {
  it('tells cost, days saved, and when each incident is noticed', () => {
    const page = shown({})
    expect(page).toContain('costs 52 of 60 days of audit and saves 141 days of intrusion. The best affordable plan saves 190.')
    expect(rows(page)).toEqual([
      ['Firm', 'Without a plan', 'With your plan', 'With the best plan'],
      ['Pump maker', 'day 171', 'day 30', 'day 20'],
      ['Days saved', '–', '141', '190'],
    ])
    expect(page).toContain('Pump maker: noticed on day 30, 141 days sooner')
    expect(page).toContain('Day 30: Review 2 finds “A log falls silent”, left on day 12 (Own sites).')
  })

  it.each(['en', 'ja'] as const)('has words for every reason why a line slipped through (%s)', (language) => {
    const page = shown({}, false, language)
    const reasons = [...page.matchAll(/<\/p><p class="quiet">(.*?)<\/p><\/li>/gu)].map(([, words]) => words)
    expect(new Set(reasons).size).toBe(unseenReasons.length)
    expect(reasons.filter((words) => words?.includes('lab.plan'))).toEqual([])
  })

  it('says where nothing was seen, where one sign was explained away, and where nothing slipped through', () => {
    const [incident] = plan({}, null).incidents as [PlanTold['incidents'][number]]
    const withSeen = (seen: PlanTold['incidents'][number]['seen']) =>
      shown({ yours: plan({ incidents: [{ ...incident, seen, missed: [] }] }) })
    const none = withSeen([])
    expect(none).toContain('Pump maker: noticed no sooner than without a plan')
    expect(none).toContain('None of your controls saw anything in time.')
    expect(none).toContain('Nothing.')
    expect(rows(none)[1]).toContain('no sooner')
    expect(withSeen([{ ...line(1), control: 'Review 1', day: 30 }])).toContain('One odd line alone is explained away.')
  })

  it('says that a plan over budget counts for nothing', () => {
    expect(shown({ yours: plan({ cost: 71, isAffordable: false }) })).toContain('Your plan costs 71 days of audit, and there are 60.')
  })

  it('says so where no plan was given, and still tells of the best', () => {
    const page = shown({ yours: null })
    expect(page).toContain('You gave no plan')
    expect(rows(page)[1]).toEqual(['Pump maker', 'day 171', 'day 20'])
    expect(page).not.toContain('earlier plan')
  })
})

describe('beside an earlier plan', () => {
  const earlier: PlanDebrief['earlier'] = {
    submittedAt: new Date('2026-11-20T03:00:00Z'),
    plan: plan({ cost: 64, isAffordable: false, daysSaved: 21 }, 150),
    ...{ kept: ['Check of server bills'], added: [], dropped: ['Review of attachments'], gained: { pumps: 120 } },
  }

  it('stands when it was given, what it would have done here, and which controls differ', () => {
    const page = shown({ earlier })
    expect(page).toContain('>20 Nov 2026</time>')
    expect(rows(page).slice(3)).toEqual([
      ['Firm', 'Earlier plan', 'This plan', 'Days gained'],
      ['Pump maker', 'day 150', 'day 30', '+120'],
      ['Days saved', '21', '141', '+120'],
      ['Costs (days of audit)', '64, over budget', '52', ''],
    ])
    expect(page).toMatch(/In both plans<\/h4><ul[^>]*><li>Check of server bills/u)
    expect(page).toMatch(/Only in this plan<\/h4><p class="quiet">None/u)
  })

  it('stands that there is none, and what comes next for whoever has not passed', () => {
    expect(shown({}, true)).toContain('There is no earlier plan of yours to set beside it.</p>')
    expect(shown({}, false)).toContain('Take the lab again')
  })
})
