'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Field } from '../ui/field.tsx'

interface Props {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** `new-password` lets password managers offer one. */
  autoComplete: 'current-password' | 'new-password'
}

/** A password that can be shown while it is typed. Pasting is allowed. The button needs script, so it comes with it. */
export function PasswordInput({ name, label, hint, autoComplete }: Props) {
  const t = useTranslations('auth')
  const [isShown, setShown] = useState(false)
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <div className="secret">
          <input
            {...control}
            type={isShown ? 'text' : 'password'}
            className="input"
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          {hasScript && (
            <button
              type="button"
              className="linklike"
              aria-label={isShown ? t('hidePasswordLabel') : t('showPasswordLabel')}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? t('hidePassword') : t('showPassword')}
            </button>
          )}
        </div>
      )}
    </Field>
  )
}
