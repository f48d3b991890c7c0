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

function shown(told: Partial<PlanDebrief>, isOpen = true, language: 'en' | 'ja' = 'en'): string {
  const debrief: PlanDebrief = { yours: plan(), best, earlier: null, ...told }
  return inLanguage(language, () =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={language} timeZone="Asia/Tokyo" now={new Date('2026-11-27T00:00:00Z')}>
        <PlanReplayed plan={debrief} isOpen={isOpen} />
      </NextIntlClientProvider>,
    ),
  )
}
const rows = (page: string) =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gu)].map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gu)].map(([, cell]) => cell))

describe('a plan replayed', () => {
  it('tells cost, days saved, and when each incident is noticed', () => {
    const page = shown({})
    expect(page).toContain(
      'costs 52 of 60 days of audit and saves 141 days of intrusion. The best affordable plan saves 190, so yours saves 74 % of what can be saved.',
    )
    expect(shown({ yours: plan({ daysSaved: 0 }) })).toContain('saves no day of intrusion. The best affordable plan saves 190.</p>')
    expect(shown({}, true, 'ja')).toContain('予算内で最もよい計画では190日です（あなたの計画はその74%）。')
    expect(rows(page)).toEqual([
      ['Firm', 'Without a plan', 'With your plan', 'With the best plan'],
      ['Pump maker', 'day 171', 'day 30', 'day 20'],
      ['Days saved', '–', '141', '190'],
    ])
    expect(page).toContain('Pump maker: noticed on day 30, 141 days sooner')
    expect(page).toContain('Day 30: Review 2 finds “A log falls silent”, left on day 12 (Own sites).')
  })

  it.each(['en', 'ja'] as const)('has words for every reason why a line slipped through (%s)', (language) => {
    const page = shown({}, true, language)
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

  it('is told in words and days, as what each would have done here', () => {
    const told = (mine: Partial<PlanTold>, theirs: Partial<PlanTold>, language: 'en' | 'ja' = 'en') =>
      shown({ yours: plan(mine), earlier: { ...earlier, plan: plan(theirs) } }, true, language)
    expect(told({}, { daysSaved: 21 })).toContain(
      'In this model the earlier plan would have saved 21 days here, and this one 141 days: 120 more.',
    )
    expect(told({ daysSaved: 1 }, {})).toContain('would have saved 141 days here, and this one 1 day: 140 fewer.')
    expect(told({}, {})).toContain('In this model both plans save 141 days here.')
    expect(told({}, { daysSaved: 21 }, 'ja')).toContain('前の計画で21日、今回の計画で141日です。今回の方が120日多く短くなります。')
    expect(told({ daysSaved: 1 }, {}, 'ja')).toContain('前の計画の方が140日多く短くなります。')
    // Whatever a plan over budget would save, it counts for nothing.
    expect(shown({ earlier })).toContain(
      'At this firm the earlier plan would cost 64 days of audit, and there are 60: it could not be bought.',
    )
    expect(told({ cost: 64, isAffordable: false }, {})).toContain('This one costs 64 days of audit, and there are 60.')
  })

  it('stands that there is none, and what comes next while there may be another attempt', () => {
    expect(shown({}, false)).toContain('There is no earlier plan of yours to set beside it.</p>')
    expect(shown({}, true)).toContain('Take the lab again')
  })
})
