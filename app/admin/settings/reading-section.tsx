import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations } from '#components/ui/words'
import { saveReading } from './actions.ts'

interface Props {
  /** Since when it is allowed, in words; null: it is not. */
  since: string | null
  isOwner: boolean
}

/** Whether reviewers may read what people give in labs: how it stands and what it means, and for the owner the button to change it. */
export async function ReadingSection({ since, isOwner }: Props) {
  const t = await getTranslations('settings')
  return (
    <section id="reading" aria-labelledby="reading-head">
      <h2 className="h2" id="reading-head">
        {t('reading')}
      </h2>
      <p className="mt-2">{since ? t('readingAllowed', { since }) : t('readingNotAllowed')}</p>
      <p className="quiet mt-2">{t('readingText')}</p>
      {isOwner ? (
        <Form action={saveReading} className="form mt-4">
          <div>
            <SubmitButton kind="plain" name="allowed" value={since ? 'no' : 'yes'}>
              {t(since ? 'stopReading' : 'allowReading')}
            </SubmitButton>
          </div>
        </Form>
      ) : (
        <p className="meta mt-4">{t('byOwner')}</p>
      )}
    </section>
  )
}
