import { accountStates } from '#domain/people/account-state'
import { type PeopleFilter, personSorts } from '#domain/people/schema'
import { roles } from '#domain/policy'
import { useTranslations } from '../ui/words.tsx'
import { groupOptions } from './group-options.tsx'

interface Props {
  filter: PeopleFilter
  groups: readonly { id: string; name: string; depth: number }[]
}

/** A form that writes its state into the address: the list it shows can be sent as a link. */
export function PeopleFilters({ filter, groups }: Props) {
  const t = useTranslations('people')
  const words = useTranslations('admin.roles')
  return (
    <search>
      <form className="filters" action="/admin/people">
        <label className="grow">
          {t('search')}
          <input className="input" type="search" name="q" defaultValue={filter.q} maxLength={200} placeholder={t('searchHint')} />
        </label>
        <label>
          {t('group')}
          <select className="select" name="group" defaultValue={filter.groupId ?? ''}>
            <option value="">{t('allGroups')}</option>
            {groupOptions(groups).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('beneath')}
          <select className="select" name="beneath" defaultValue={filter.beneath}>
            <option value="yes">{t('withBeneath')}</option>
            <option value="no">{t('withoutBeneath')}</option>
          </select>
        </label>
        <label>
          {t('state')}
          <select className="select" name="state" defaultValue={filter.state}>
            <option value="">{t('notInactive')}</option>
            {accountStates.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
              </option>
            ))}
            <option value="any">{t('anyState')}</option>
          </select>
        </label>
        <label>
          {t('role')}
          <select className="select" name="role" defaultValue={filter.role}>
            <option value="">{t('withOrWithoutRole')}</option>
            <option value="any">{t('anyRole')}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {words(role)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('sort')}
          <select className="select" name="sort" defaultValue={filter.sort}>
            {personSorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sorts.${sort}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn plain">
          {t('show')}
        </button>
      </form>
    </search>
  )
}
