import type { Language, Unit } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'

export interface UnitRow {
  id: string
  /** Null where its files cannot be read. */
  unit: Unit | null
  href: string
  /** How many problems concern it. */
  problems: number
}

/** Units with their kind, length and state, each a link to how it looks. */
export function UnitList({ units, language }: { units: readonly UnitRow[]; language: Language }) {
  return (
    <ul className="preview-units">
      {units.map((row) => (
        <li key={row.id}>
          <a href={row.href}>{row.unit?.title[language] ?? row.id}</a> <Meta {...row} />
        </li>
      ))}
    </ul>
  )
}

function Meta({ unit, problems }: UnitRow) {
  const t = useTranslations('preview')
  const say = useTranslations('training')
  const about = unit && say('kindAndMinutes', { kind: say(`kinds.${unit.kind}`), minutes: unit.minutes })
  return (
    <span className="meta">
      {about}
      {problems > 0 && (
        <strong>
          {about && ' · '}
          {t('problems', { count: problems })}
        </strong>
      )}
    </span>
  )
}
