import { useLocale } from 'next-intl'
import { type Stroke, strokeOf, strokes } from '#domain/catalogue/stroke'
import type { Dossier as DossierData, FactNote } from '#domain/catalogue/types'
import { FigureTable } from '../lesson/figure-table.tsx'
import { StrokeSample } from '../lesson/stroke.tsx'
import { Timeline } from '../lesson/timeline.tsx'
import { useTranslations } from '../ui/words.tsx'
import { CaseAside, type Contact } from './case-aside.tsx'
import { CaseFact, type LessonWithFact } from './case-fact.tsx'

export interface DossierProps {
  dossier: DossierData
  /** fact id -> the lessons that use it. */
  taughtIn: Record<string, LessonWithFact[]>
  courses: { id: string; title: DossierData['title'] }[]
  contact: Contact | null
  /** Whether the reader may set the contact. */
  maySetContact: boolean
  /** The list it is one of; that of the cases unless it says otherwise. */
  index?: { href: string; title: string }
}

/** What is known of a case, fact by fact: how it is known, who says so, where it is taught, and what is not known. */
export function Dossier({ dossier, taughtIn, courses, contact, maySetContact, index }: DossierProps) {
  const t = useTranslations('cases')
  const language = useLocale()
  const facts = dossier.sections.flatMap((section) => section.facts)
  return (
    <>
      <p className="meta">
        <a href={index?.href ?? '/cases'}>{index?.title ?? t('title')}</a>
      </p>
      <h1 className="display">{dossier.title[language]}</h1>
      <p className="standfirst">{dossier.standfirst[language]}</p>
      <KeyWithCounts notes={facts.map(({ note }) => note)} />
      <CaseTimeline dossier={dossier} />
      <div className="dossier">
        <div>
          {dossier.sections
            .filter((section) => section.facts.length > 0)
            .map((section) => (
              <section key={section.id} aria-labelledby={section.id}>
                <h2 className="h2" id={section.id}>
                  {section.title[language]}
                </h2>
                <ol className="docket">
                  {section.facts.map((fact) => (
                    <CaseFact key={fact.note.id} fact={fact} lessons={taughtIn[fact.note.id] ?? []} />
                  ))}
                </ol>
              </section>
            ))}
        </div>
        <CaseAside dossier={dossier} courses={courses} contact={contact} maySetContact={maySetContact} />
      </div>
    </>
  )
}

/** What each stroke means, and how many facts are known in that way. */
function KeyWithCounts({ notes }: { notes: FactNote[] }) {
  const t = useTranslations('cases')
  const say = useTranslations('lesson')
  const counts = new Map<Stroke, number>()
  for (const stroke of notes.map(strokeOf)) counts.set(stroke, (counts.get(stroke) ?? 0) + 1)
  return (
    <ul className="counts" aria-label={say('key')}>
      <li>
        <b>{t('facts', { count: notes.length })}</b>
      </li>
      {strokes
        .filter((stroke) => counts.has(stroke))
        .map((stroke) => (
          <li key={stroke}>
            <StrokeSample stroke={stroke} />
            {counts.get(stroke)} {stroke === 'own' ? t('ownReadings') : say(`strokes.${stroke}`)}
          </li>
        ))}
    </ul>
  )
}

function CaseTimeline({ dossier: { timeline, sections } }: { dossier: DossierData }) {
  const language = useLocale()
  const notes = Object.fromEntries(sections.flatMap(({ facts }) => facts.map(({ note }) => [note.id, note])))
  return (
    <figure className="fig" id={timeline.id} aria-labelledby={`${timeline.id}-title`}>
      <p className="fig-title" id={`${timeline.id}-title`}>
        {timeline.title[language]}
      </p>
      <Timeline figure={timeline} language={language} facts={notes} />
      <FigureTable figure={timeline} language={language} />
    </figure>
  )
}
