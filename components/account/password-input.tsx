import { useTranslations } from '../ui/words.tsx'
import { SecretField, type SecretProps } from './secret-field.tsx'

/** A field for a password, with a button that shows it. */
export function PasswordInput(props: SecretProps) {
  const t = useTranslations('auth')
  const words = {
    show: t('showPassword'),
    hide: t('hidePassword'),
    showLabel: t('showPasswordLabel'),
    hideLabel: t('hidePasswordLabel'),
  }
  return <SecretField {...props} words={words} />
}
