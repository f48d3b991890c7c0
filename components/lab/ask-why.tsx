import { readingReasons } from '#domain/labs/reading'
import { useTranslations } from '../ui/words.tsx'

/** Before what somebody else gave is read: why. A plain form; the reason becomes part of the address. */
export function AskWhy() {
  const t = useTranslations('reports.lab')
  return (
    <form className="form mt-4" method="get">
      <fieldset className="field">
        <legend className="label">{t('why')}</legend>
        {readingReasons.map((reason) => (
          <label className="opt" key={reason}>
            <input type="radio" name="why" value={reason} required />
            <span>{t(`readFor.${reason}`)}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <button type="submit" className="btn">
          {t('read')}
        </button>
      </p>
    </form>
  )
}
