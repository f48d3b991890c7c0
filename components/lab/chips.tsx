'use client'

import type { TableView } from '#domain/labs/lab-view'
import { addressOfView } from '#domain/labs/narrow'
import { conditionInWords, type Teller } from '#domain/labs/tell'
import type { View } from '#domain/labs/types'
import { Unbroken } from './unbroken.tsx'
import { useWords } from './use-words.ts'

interface Props {
  table: TableView
  view: View
  teller: Teller
  look: (view: View) => void
}

/** Each condition of a view in words, with a link to the view without it. */
export function Chips({ table, view, teller, look }: Props) {
  const t = useWords()
  return view.where.map((condition) => {
    const column = table.columns.find(({ id }) => id === condition.column)
    const words = column ? conditionInWords(condition, column, teller) : condition.column
    const without = { ...view, where: view.where.filter((one) => one !== condition) }
    return (
      <span key={JSON.stringify(condition)} className="chip">
        <span>
          <Unbroken text={words} />
        </span>
        <a
          href={addressOfView(without)}
          aria-label={t('removeFilter', { filter: words })}
          onClick={(event) => {
            event.preventDefault()
            look(without)
          }}
        >
          ×
        </a>
      </span>
    )
  })
}
