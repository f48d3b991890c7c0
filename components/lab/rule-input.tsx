'use client'

import { useState } from 'react'
import { settingField } from '#domain/labs/fields'
import type { InputProps } from './input-props.ts'
import { RuleEffect } from './rule-effect.tsx'
import { useWords } from './use-words.ts'

/** A rule, setting by setting: chosen once each of them is, and then told what it would have done. */
export function RuleInput({ view, file, task, given, choose }: InputProps<'rule'>) {
  const t = useWords()
  const [set, setSet] = useState<Readonly<Record<string, number>>>(given && 'rule' in given ? given.rule : {})
  const isWhole = task.settings.every(({ id }) => id in set)
  const change = (id: string, value: number) => {
    const next = { ...set, [id]: value }
    setSet(next)
    if (task.settings.every((one) => one.id in next)) choose({ rule: next })
  }
  return (
    <div className="settings">
      {task.settings.map(({ id, title, values }) => (
        <label key={id}>
          {title}
          <select
            className="select compact"
            name={settingField(id)}
            required
            value={set[id] ?? ''}
            onChange={(event) => change(id, Number(event.target.value))}
          >
            <option value="" disabled>
              {t('choose')}
            </option>
            {values.map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        </label>
      ))}
      {task.tuned && <RuleEffect {...{ view, file }} tuned={task.tuned} rule={isWhole ? set : null} />}
    </div>
  )
}
