import { type Option, Select, TextInput } from '../ui/field.tsx'
import { Form, type FormAction, SubmitButton } from '../ui/form.tsx'
import { useTranslations } from '../ui/words.tsx'
import { groupOptions } from './group-options.tsx'

export interface PersonValues {
  id?: string
  name: string
  sortName: string
  email: string | null
  employeeNumber: string | null
  homeGroupId: string
  /** The supervisor's address or number. */
  supervisor: string
  language: string
  timeZone: string | null
}

interface Props {
  action: FormAction
  person: PersonValues
  groups: readonly { id: string; name: string; depth: number }[]
  timeZones: readonly Option[]
  organisationZone: string
  submit: string
}

export function PersonForm({ action, person, groups, timeZones, organisationZone, submit }: Props) {
  const t = useTranslations('people')
  const zones = [{ value: '', label: t('organisationZone', { zone: organisationZone }) }, ...timeZones]
  return (
    <Form action={action} className="form">
      {person.id && <input type="hidden" name="personId" value={person.id} />}
      <TextInput name="name" label={t('name')} defaultValue={person.name} maxLength={200} required autoComplete="off" />
      <TextInput
        name="sortName"
        label={t('sortName')}
        hint={t('sortNameHint')}
        defaultValue={person.sortName}
        maxLength={200}
        autoComplete="off"
      />
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        hint={person.id ? t('emailChangeHint') : t('emailHint')}
        defaultValue={person.email ?? ''}
        maxLength={254}
        autoComplete="off"
      />
      <TextInput
        name="employeeNumber"
        label={t('employeeNumber')}
        defaultValue={person.employeeNumber ?? ''}
        maxLength={64}
        autoComplete="off"
      />
      <Select name="homeGroupId" label={t('homeGroup')} defaultValue={person.homeGroupId} options={groupOptions(groups)} />
      <TextInput
        name="supervisor"
        label={t('supervisor')}
        hint={t('supervisorHint')}
        defaultValue={person.supervisor}
        maxLength={254}
        autoComplete="off"
      />
      <Select
        name="language"
        label={t('language')}
        defaultValue={person.language}
        options={[
          { value: 'en', label: 'English' },
          { value: 'ja', label: '日本語' },
        ]}
      />
      <Select name="timeZone" label={t('timeZone')} defaultValue={person.timeZone ?? ''} options={zones} />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
