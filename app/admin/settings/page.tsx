import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { datesIn } from '#components/ui/dates'
import { Select, TextArea, TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { can } from '#domain/policy'
import { getSettings } from '#services/organisation/get-settings'
import { orNotFound } from '../../_adapter/page.ts'
import { timeZoneOptions } from '../../_adapter/time-zones.ts'
import { AdminPage } from '../_parts/admin-page.tsx'
import { saveGuidance, saveOrganisation } from './actions.ts'
import { ReadingSection } from './reading-section.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

const texts = ['reportToEn', 'reportToJa', 'callEn', 'callJa'] as const

export default async function SettingsPage() {
  const caller = await personCaller('/admin/settings')
  const settings = await orNotFound(getSettings(caller, {}))
  const t = await getTranslations('settings')
  const { language, timeZone } = caller.actor
  const since = settings.responsesReadableSince
  const [ownsSettings, ownsGuidance] = [can(caller.actor, 'settings.manage', {}), can(caller.actor, 'guidance.manage', {})]
  return (
    <AdminPage tab="settings" here="/admin/settings">
      <PageHead title={t('title')} />
      <div className="pair">
        <section>
          <h2 className="h2">{t('guidance')}</h2>
          <p className="mt-2">{t('guidanceText')}</p>
          {ownsGuidance ? (
            <Form action={saveGuidance} className="form mt-4">
              {texts.map((name) => (
                <TextArea
                  key={name}
                  name={name}
                  label={t(name)}
                  defaultValue={settings[name]}
                  rows={3}
                  maxLength={600}
                  lang={name.endsWith('Ja') ? 'ja' : 'en'}
                />
              ))}
              <div>
                <SubmitButton>{t('save')}</SubmitButton>
              </div>
            </Form>
          ) : (
            <dl className="said mt-4">
              {texts.map((name) => (
                <div key={name}>
                  <dt className="meta">{t(name)}</dt>
                  <dd lang={name.endsWith('Ja') ? 'ja' : 'en'}>{settings[name] || '–'}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
        <div>
          <section>
            <h2 className="h2">{t('organisation')}</h2>
            {ownsSettings ? (
              <Form action={saveOrganisation} className="form mt-4">
                <TextInput
                  name="name"
                  label={t('name')}
                  defaultValue={settings.name}
                  maxLength={120}
                  required
                  autoComplete="organization"
                />
                <Select
                  name="timeZone"
                  label={t('timeZone')}
                  hint={t('timeZoneHint')}
                  defaultValue={settings.timeZone}
                  options={timeZoneOptions()}
                />
                <Select
                  name="language"
                  label={t('language')}
                  hint={t('languageHint')}
                  defaultValue={settings.language}
                  options={[
                    { value: 'en', label: 'English' },
                    { value: 'ja', label: '日本語' },
                  ]}
                />
                <fieldset className="part" id="contact">
                  <legend className="title">{t('contact')}</legend>
                  <p className="quiet">{t('contactText')}</p>
                  <TextInput
                    name="contactName"
                    label={t('contactName')}
                    hint={t('contactNameHint')}
                    defaultValue={settings.contactName ?? ''}
                    maxLength={120}
                  />
                  <TextInput
                    name="contactEmail"
                    label={t('contactEmail')}
                    type="email"
                    defaultValue={settings.contactEmail ?? ''}
                    maxLength={254}
                  />
                </fieldset>
                <div>
                  <SubmitButton kind="plain">{t('save')}</SubmitButton>
                </div>
              </Form>
            ) : (
              <dl className="said mt-4">
                <div>
                  <dt className="meta">{t('name')}</dt>
                  <dd>{settings.name}</dd>
                </div>
                <div>
                  <dt className="meta">{t('timeZone')}</dt>
                  <dd>{settings.timeZone}</dd>
                </div>
                <div>
                  <dt className="meta">{t('contact')}</dt>
                  <dd>{settings.contactEmail ? `${settings.contactName}\n${settings.contactEmail}` : '–'}</dd>
                </div>
              </dl>
            )}
            {!ownsSettings && <p className="meta mt-4">{t('byOwner')}</p>}
          </section>
          <ReadingSection since={since && datesIn(language, timeZone).write(since, 'instant')} isOwner={ownsSettings} />
        </div>
      </div>
    </AdminPage>
  )
}
