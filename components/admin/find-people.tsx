import type { FormAction } from '../ui/form.tsx'
import { useTranslations } from '../ui/words.tsx'
import { Act } from './act.tsx'

interface Props {
  q: string
  /** The address of the page that shows what was found. */
  action: string
  found: readonly { id: string; name: string; groupName: string }[]
  add: FormAction
  listId: string
}

/** Searches people by the address, and adds one with one button. */
export function FindPeople({ q, action, found, add, listId }: Props) {
  const t = useTranslations('lists')
  return (
    <>
      <search>
        <form action={action} className="inline mt-4">
          <input className="input" type="search" name="q" defaultValue={q} maxLength={200} aria-label={t('find')} placeholder={t('find')} />
          <button type="submit" className="btn plain">
            {t('search')}
          </button>
        </form>
      </search>
      {q !== '' && found.length === 0 && <p className="meta mt-2">{t('nobodyFound')}</p>}
      {found.length > 0 && (
        <table className="table mt-2">
          <caption className="sr">{t('found')}</caption>
          <tbody>
            {found.map(({ id, name, groupName }) => (
              <tr key={id}>
                <th scope="row">
                  {name} <span className="quiet">{groupName}</span>
                </th>
                <td className="end">
                  <Act action={add} values={{ listId, people: id }}>
                    {t('addOne')} <span className="sr">{name}</span>
                  </Act>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
