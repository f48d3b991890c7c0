import { createTranslator } from 'use-intl/core'
import type { LabTaskWords, Language } from '#domain/catalogue/types'
import type { UnitTold } from '#domain/labs/lab-view'
import type { TaskSpec } from '#domain/labs/types'
import en from '#messages/en' with { type: 'json' }
import ja from '#messages/ja' with { type: 'json' }

/** What numbers are numbers of, in words. */

const messages = { en, ja }
type Shared = keyof typeof en.lab.unit
const isShared = (unit: string): unit is Shared => unit in en.lab.unit

type Asked = Extract<TaskSpec, { kind: 'number' }>

/** The unit of a task: the messages know both forms of those that labs share; another is told as the lab's own words have it. */
export function unitIn(language: Language, { unit }: Pick<Asked, 'unit'>, words: Pick<LabTaskWords, 'unit'>): UnitTold {
  if (!isShared(unit)) return { one: words.unit ?? '', other: words.unit ?? '' }
  const translate = createTranslator({ locale: language, messages: messages[language] })
  return { one: translate(`lab.unit.${unit}`, { number: 1 }), other: translate(`lab.unit.${unit}`, { number: 2 }) }
}

/** A number with its unit: “day 78”, “1,200 files”. */
export function amountIn(language: Language, number: number, { one, other }: UnitTold): string {
  const translate = createTranslator({ locale: language, messages: messages[language] })
  return translate('lab.amount', { number, unit: number === 1 ? one : other })
}
