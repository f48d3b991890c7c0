import { writeCode } from '#domain/people/code'
import { useTranslations } from '../ui/words.tsx'

interface Slip {
  name: string
  employeeNumber: string | null
  groupName: string
  code: string
}

/** One slip for each person, to print and cut: where to go, the code, and what to sign in with afterwards. */
export function CodeSlips({ slips, address, organisation }: { slips: readonly Slip[]; address: string; organisation: string }) {
  const t = useTranslations('people.codes')
  return (
    <>
      <p role="status" className="problem no-print">
        {t('made', { count: slips.length })}
      </p>
      <ul className="slips">
        {slips.map(({ code, name, groupName, employeeNumber }) => (
          <li key={code}>
            <p className="meta">
              {organisation} · {groupName}
            </p>
            <p className="name">{name}</p>
            <p>{t('open', { address })}</p>
            <p className="code">{writeCode(code)}</p>
            <p>{t('then', { number: employeeNumber ?? '' })}</p>
            <p className="meta">{t('valid')}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
