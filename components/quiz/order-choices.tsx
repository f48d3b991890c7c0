'use client'

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { type Direction, directions, moved } from '#domain/attempts/fields'
import { useWords } from './use-words.ts'

interface Props {
  choices: { id: string; text: string }[]
  /** Where a button posts to without script; it comes back with the choice moved. */
  draftAddress: string
}

const wordOf = { up: 'moveUp', down: 'moveDown' } as const
const arrows: Record<Direction, string> = { up: 'M5 1.5 9.5 8H.5z', down: 'M5 8.5.5 2h9z' }

/** Choices that are put into an order with buttons: by keyboard, by touch, and without script. */
export function OrderChoices({ choices, draftAddress }: Props) {
  const t = useWords()
  const [order, setOrder] = useState(() => choices.map(({ id }) => id))
  const [told, setTold] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const kept = useRef(order)
  const textOf = (id: string) => choices.find((choice) => choice.id === id)?.text ?? ''

  // The hidden fields change with the state; the form is told once they have.
  useEffect(() => {
    if (kept.current === order) return
    kept.current = order
    list.current?.dispatchEvent(new Event('change', { bubbles: true }))
  }, [order])

  const move = (event: MouseEvent, id: string, direction: Direction) => {
    event.preventDefault()
    const next = moved(order, id, direction)
    setOrder(next)
    setTold(t('moved', { choice: textOf(id), place: next.indexOf(id) + 1, of: next.length }))
  }

  return (
    <>
      <ol className="options order" ref={list}>
        {order.map((id, index) => (
          <li className="option" key={id} id={`move-${id}`}>
            <input type="hidden" name="choice" value={id} />
            <div className="row">
              <span className="key">{index + 1}</span>
              <span>{textOf(id)}</span>
              <span className="moves">
                {directions.map((direction) => (
                  <button
                    key={direction}
                    type="submit"
                    name="move"
                    value={`${id} ${direction}`}
                    formAction={draftAddress}
                    formNoValidate
                    aria-label={t(wordOf[direction], { choice: textOf(id) })}
                    onClick={(event) => move(event, id, direction)}
                  >
                    <svg viewBox="0 0 10 10" aria-hidden="true">
                      <path d={arrows[direction]} />
                    </svg>
                  </button>
                ))}
              </span>
            </div>
          </li>
        ))}
      </ol>
      <p className="sr" role="status">
        {told}
      </p>
    </>
  )
}
