'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Field } from '../ui/field.tsx'

export interface SecretProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** `new-password` lets password managers offer one. */
  autoComplete: 'current-password' | 'new-password'
}
interface Words {
  show: string
  hide: string
  showLabel: string
  hideLabel: string
}

/** A password that can be shown while it is typed. The button needs script, so it comes with it. */
export function SecretField({ name, label, hint, autoComplete, words }: SecretProps & { words: Words }) {
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
              aria-label={isShown ? words.hideLabel : words.showLabel}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? words.hide : words.show}
            </button>
          )}
        </div>
      )}
    </Field>
  )
}
