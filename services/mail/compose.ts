import { createTranslator } from 'use-intl/core'
import { cleanLine } from '#domain/text'
import en from '#messages/en' with { type: 'json' }
import ja from '#messages/ja' with { type: 'json' }
import type { MailJob } from './job.ts'

const messages = { en, ja }

export interface Mail {
  to: { name: string; address: string }
  subject: string
  text: string
}

export interface Occasion {
  kind: MailJob['kind']
  language: 'en' | 'ja'
  person: { name: string; address: string }
  organisation: string
  /** Origin of this installation, from `PUBLIC_URL`. */
  publicUrl: string
  /** For links that are good once. */
  token: string
}

const paths: Record<MailJob['kind'], (token: string) => string> = {
  invitation: (token) => `/invite/${token}`,
  reset: (token) => `/reset-password/${token}`,
  password_changed: () => '/reset-password',
  email_changed: () => '/sign-in',
}

/** A mail in plain text: what happened, what to do, why it came. Names are cut to one line, so that none can add a header. */
export function composeMail({ kind, language, person, organisation, publicUrl, token }: Occasion): Mail {
  const t = createTranslator({ locale: language, messages: messages[language], namespace: 'mail' })
  const name = cleanLine(person.name)
  const values = { name, organisation: cleanLine(organisation) }
  const link = `${publicUrl}${paths[kind](token)}`
  const paragraphs = [
    t('greeting', values),
    t(`${kind}.text`, values),
    link,
    t(`${kind}.after`, values),
    t('footer', { ...values, publicUrl }),
  ]
  return { to: { name, address: person.address }, subject: t(`${kind}.subject`, values), text: `${paragraphs.join('\n\n')}\n` }
}
