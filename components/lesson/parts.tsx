import type { Language, PartsFigure } from '#domain/catalogue/types'
import { amount, share } from './figure-words.ts'

/** A letter stands in a part of the bar only where it has room. */
const leastShareWithLetter = 0.05
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A total as one bar to scale, cut into its parts, and the list of them. The letters join the two. */
export function Parts({ figure, language }: { figure: PartsFigure; language: Language }) {
  const { total, parts, unit } = figure
  return (
    <div className="whole">
      <p className="sum">
        <b>{amount(total.value, unit[language], language)}</b> {total.label[language]}
      </p>
      <div className="cut" role="img" aria-label={figure.text[language]}>
        {parts.map(({ id, value }, index) => (
          <span key={id} style={{ flexGrow: value / total.value }}>
            {value / total.value >= leastShareWithLetter && letters[index]}
          </span>
        ))}
      </div>
      <ol className="shares">
        {parts.map(({ id, value, label, note }, index) => (
          <li key={id}>
            <span className="letter" aria-hidden="true">
              {letters[index]}
            </span>
            <span className="what">
              {label[language]}
              {note && <small>{note[language]}</small>}
            </span>
            <span className="amount">
              {amount(value, unit[language], language)} <small>{share(value, total.value, language)}</small>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
