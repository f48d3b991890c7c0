import type { Language, ReachFigure } from '#domain/catalogue/types'

/** What one thing commands: the hub, and each group on its line with what became of it, as shape, line and word. */
export function Reach({ figure, language }: { figure: ReachFigure; language: Language }) {
  const { hub, groups, legend } = figure
  return (
    <div className="reach">
      <p className="hub">
        <b>{hub.label[language]}</b>
        <small>{hub.note[language]}</small>
      </p>
      <ul className="spokes" aria-label={figure.text[language]}>
        {groups.map(({ id, label, note, state }) => (
          <li key={id} className={state}>
            <Shape state={state} />
            <span className="what">
              {label[language]}
              {note && <small>{note[language]}</small>}
            </span>
            <span className="word">{legend[state][language]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Full, empty, half: told apart without colour. */
function Shape({ state }: { state: ReachFigure['groups'][number]['state'] }) {
  return (
    <svg className="shape" viewBox="0 0 12 12" aria-hidden="true">
      <rect x="1" y="1" width="10" height="10" className="frame" />
      {state === 'reached' && <rect x="1" y="1" width="10" height="10" className="fill" />}
      {state === 'unknown' && <path d="M1 11V1L11 11Z" className="fill" />}
    </svg>
  )
}
