import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { TaskDebrief } from '#domain/labs/lab-view'
import { inLanguage } from '../ui/words.tsx'
import { TasksTold } from './tasks-told.tsx'

const shown = (rule: TaskDebrief['rule'], language: 'en' | 'ja' = 'en', who: 'you' | 'they' = 'you') => {
  const common = {
    id: 'rule',
    prompt: 'Which rule?',
    points: { most: 60 / 11, given: 24 / 11 },
    certainty: null,
    given: null,
    right: null,
    outcome: null,
  }
  return inLanguage(language, () => renderToStaticMarkup(<TasksTold who={who} debrief={{ tasks: [{ ...common, worth: 0.4, rule }] }} />))
}
const best = { account: 'a', nights: 9, night: 1, falseAlarms: 5, falseAlarmsPerWeek: 0.6 }

describe('the rule of a lab in its debrief', () => {
  it('is held against what was there, and so is one of the best', () => {
    const page = shown({ yours: { ...best, night: 3, falseAlarms: 1, falseAlarmsPerWeek: 0.1 }, best })
    expect(page).toContain('Your rule: it would have spoken on night 3 of 9. One false alarm, 0.1 a week.')
    expect(page).toContain('One of the best: it would have spoken on night 1 of 9. 5 false alarms, 0.6 a week.')
    expect(shown({ yours: best, best }, 'ja')).toContain('あなたのルール：9晩のうち1晩目に知らせていました。誤った知らせは5回')
  })

  it('is somebody else’s for a reviewer', () => {
    expect(shown({ yours: best, best }, 'en', 'they')).toContain('Their rule: it would')
    expect(shown({ yours: best, best }, 'ja', 'they')).toContain('本人のルール：')
    for (const language of ['en', 'ja'] as const) expect(shown({ yours: best, best }, language, 'they')).not.toMatch(/\byou|あなた/i)
  })

  it('is told where it was silent, where it never erred, and where none was given', () => {
    expect(shown({ yours: { ...best, night: null, falseAlarms: 0 }, best })).toContain('on none of 9 nights. No false alarm.')
    expect(shown({ yours: null, best })).not.toContain('Your rule')
    expect(shown(null)).not.toContain('One of the best')
  })
})

describe('the points of each task', () => {
  const task = { id: 'one', prompt: 'Who?', certainty: null, given: null, right: null, outcome: null, rule: null }
  const tasks = [
    { ...task, worth: 0.8, points: { most: 15, given: 12 } },
    { ...task, id: 'two', worth: 1, points: { most: 45, given: 45 } },
  ]
  const page = (language: 'en' | 'ja') => inLanguage(language, () => renderToStaticMarkup(<TasksTold who="you" debrief={{ tasks }} />))

  it('are told with what they were worth, and together', () => {
    expect(page('en')).toContain('12 of 15 points')
    expect(page('en')).toContain('Together 57 of the 60 points for findings')
    expect(page('ja')).toContain('15点中12点')
    expect(page('ja')).toContain('合わせて60点中57点')
  })

  it('are none for a task to think with, of which is told how right it was', () => {
    const unscored = { ...task, worth: 0.5, points: { most: 0, given: 0 }, certainty: 'certain' as const }
    const page = (language: 'en' | 'ja') =>
      inLanguage(language, () => renderToStaticMarkup(<TasksTold who="you" debrief={{ tasks: [...tasks, unscored] }} />))
    expect(page('en')).toContain('To think with, no points: right to 50 % · you were certain')
    expect(page('ja')).toContain('考えるための課題（点なし）：正しさ50%')
    expect(page('en')).toContain('Together 57 of the 60 points')
  })

  it('are rounded to a tenth', () => {
    expect(shown(null)).toContain('2.2 of 5.5 points')
  })
})
