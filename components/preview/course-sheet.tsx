import type { CourseVersion, Language, Localised } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'
import { UnitList, type UnitRow } from './unit-list.tsx'

interface Props {
  course: CourseVersion
  language: Language
  units: readonly UnitRow[]
  /** The prompts of the questions in the forms, by id. */
  prompts: ReadonlyMap<string, Localised>
}

/** A course as its file has it: objectives, units, what to do on Monday, the forms. */
export function CourseSheet({ course, language, units, prompts }: Props) {
  const t = useTranslations('preview')
  const say = useTranslations('training')
  const { objectives, monday, forms } = course
  return (
    <>
      <Part id="objectives" title={say('objectives')} lines={objectives.map(({ text }) => text[language])} />
      <section aria-labelledby="units">
        <Head id="units" title={say('units')} />
        <UnitList units={units} language={language} />
      </section>
      {monday && <Part id="monday" title={say('onMonday')} lines={monday.map((sentence) => sentence[language])} />}
      {forms &&
        (['before', 'after'] as const).map((form) => (
          <Part key={form} id={form} title={t(`form.${form}`)} lines={forms[form].map((id) => prompts.get(id)?.[language] || id)} />
        ))}
    </>
  )
}

const Head = ({ id, title }: { id: string; title: string }) => (
  <div className="head2">
    <h2 className="h2" id={id}>
      {title}
    </h2>
  </div>
)

function Part({ id, title, lines }: { id: string; title: string; lines: readonly string[] }) {
  return (
    <section aria-labelledby={id}>
      <Head id={id} title={title} />
      <ul className="objectives">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
