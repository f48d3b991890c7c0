import type { CSSProperties } from 'react'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  draft: { isEveryone: boolean; groupIds: string[]; listIds: string[]; personIds: string[] }
  groups: readonly { id: string; name: string; depth: number; branchPeople: number }[]
  lists: readonly { id: string; name: string; people: number }[]
  chosen: readonly Person[]
  found: readonly Person[]
  find: string
  /** Number of people in the organisation when the actor may choose everyone; null: they may not. */
  everyone: number | null
}
interface Person {
  id: string
  name: string
  groupName: string
}

/** Whom the assignment is for: everyone, or any mixture of groups, lists and single people. */
export function AudienceFields({ draft, groups, lists, chosen, found, find, everyone }: Props) {
  const t = useTranslations('assignments')
  const depthOf = (depth: number) => ({ '--depth': depth }) as CSSProperties
  const people = [...chosen, ...found.filter(({ id }) => !draft.personIds.includes(id))]
  return (
    <fieldset>
      <legend>{t('audience')}</legend>
      <div className="stack">
        <label className="opt">
          <input type="radio" name="to" value="some" defaultChecked={!draft.isEveryone} />
          <span>{t('someOfUs')}</span>
        </label>
        <div className="under">
          <details open>
            <summary>{t('groupsChosen', { count: draft.groupIds.length })}</summary>
            <fieldset className="choices" aria-label={t('groups')}>
              {groups.map((group) => (
                <label key={group.id} className="opt" style={depthOf(group.depth)}>
                  <input type="checkbox" name="group" value={group.id} defaultChecked={draft.groupIds.includes(group.id)} />
                  <span>
                    {group.name} <span className="quiet">{t('peopleIn', { count: group.branchPeople })}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          </details>
          {lists.length > 0 && (
            <details open={draft.listIds.length > 0 || undefined}>
              <summary>{t('listsChosen', { count: draft.listIds.length })}</summary>
              <fieldset className="choices" aria-label={t('lists')}>
                {lists.map((list) => (
                  <label key={list.id} className="opt">
                    <input type="checkbox" name="list" value={list.id} defaultChecked={draft.listIds.includes(list.id)} />
                    <span>
                      {list.name} <span className="quiet">{t('peopleIn', { count: list.people })}</span>
                    </span>
                  </label>
                ))}
              </fieldset>
            </details>
          )}
          <details open={draft.personIds.length > 0 || find !== '' || undefined}>
            <summary>{t('peopleChosen', { count: draft.personIds.length })}</summary>
            <input
              className="input"
              type="search"
              name="find"
              defaultValue={find}
              maxLength={200}
              aria-label={t('findPerson')}
              placeholder={t('findPerson')}
            />
            {find !== '' && found.length === 0 && <p className="meta mt-2">{t('nobodyFound')}</p>}
            {people.length > 0 && (
              <fieldset className="choices mt-2" aria-label={t('people')}>
                {people.map((person) => (
                  <label key={person.id} className="opt">
                    <input type="checkbox" name="person" value={person.id} defaultChecked={draft.personIds.includes(person.id)} />
                    <span>
                      {person.name} <span className="quiet">{person.groupName}</span>
                    </span>
                  </label>
                ))}
              </fieldset>
            )}
          </details>
        </div>
        <label className="opt">
          <input type="radio" name="to" value="all" defaultChecked={draft.isEveryone} disabled={everyone === null} />
          <span>
            {t('everyone')}
            <small>{everyone === null ? t('everyoneNotYours') : t('peopleIn', { count: everyone })}</small>
          </span>
        </label>
      </div>
    </fieldset>
  )
}
