import type { BarsFigure, Language } from '#domain/catalogue/types'
import { amount } from './figure-words.ts'

/** Amounts side by side, each a bar on one scale that begins at nothing. */
export function Bars({ figure, language }: { figure: BarsFigure; language: Language }) {
  const most = Math.max(...figure.entries.map(({ value }) => value))
  return (
    <ul className="amounts" aria-label={figure.text[language]}>
      {figure.entries.map(({ id, value, label, note, emphasis }) => (
        <li key={id} className={emphasis && 'is-strong'}>
          <span className="what">
            {label[language]}
            {note && <small>{note[language]}</small>}
          </span>
          <span className="measure">
            <i style={{ width: `${most === 0 ? 0 : (value / most) * 100}%` }} />
          </span>
          <span className="amount">{amount(value, figure.unit[language], language)}</span>
        </li>
      ))}
    </ul>
  )
}
