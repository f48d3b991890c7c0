import { useLocale } from 'next-intl'
import type { CourseOutline } from '#domain/catalogue/outline'
import type { FactNote, Localised } from '#domain/catalogue/types'
import { type DossierOfLesson, noteInWords } from '../lesson/note-words.tsx'
import { StrokeSample } from '../lesson/stroke.tsx'
import { useDates, When } from '../ui/dates.tsx'
import { SealSlot } from '../ui/seal.tsx'
import { useTranslations } from '../ui/words.tsx'
import { MondayList } from './monday.tsx'
import { Action } from './next-step.tsx'
import { CourseSeal, UnitSeal } from './seals.tsx'
import { UnitState } from './unit-state.tsx'
import { UrgencyMark } from './urgency.tsx'
import { courseAddress, type PassageShown, type UnitShown, unitAddress } from './view.ts'

interface Props {
  course: CourseOutline
  passage: PassageShown | null
  around: {
    editions: readonly { id: string; title: Localised; minutes: number; edition?: { of: string } | undefined }[]
    sources: readonly FactNote[]
    dossier: DossierOfLesson | null
  } | null
  /** Enrols in the course; for who is not. */
  begin: () => Promise<void>
}

/** What a course is about, what one can do after it, its units and where one stands in them. */
export function Outline({ course, passage, around, begin }: Props) {
  const t = useTranslations('training')
  const language = useLocale()
  return (
    <>
      <header className="course-head">
        <div>
          <p className="meta">
            <a href="/training">{t('title')}</a>
          </p>
          <h1 className="display">{course.title[language]}</h1>
          <p className="standfirst">{course.summary[language]}</p>
          <CourseMeta course={course} passage={passage} />
          {around?.editions.map((edition) => (
            <p key={edition.id} className="meta">
              {t(edition.edition ? 'shortEdition' : 'fullCourse')} <a href={courseAddress(edition.id)}>{edition.title[language]}</a>{' '}
              {t('minutes', { minutes: edition.minutes })}
            </p>
          ))}
          <div className="go">{passage ? <Onward passage={passage} /> : <Begin begin={begin} />}</div>
        </div>
        {passage && <Stamped passage={passage} />}
      </header>
      <section aria-labelledby="objectives">
        <div className="head2">
          <h2 className="h2" id="objectives">
            {t('objectives')}
          </h2>
        </div>
        <ul className="objectives">
          {course.objectives.map(({ id, text }) => (
            <li key={id}>{text[language]}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="units">
        <div className="head2">
          <h2 className="h2" id="units">
            {t('units')}
          </h2>
          <p className="meta">{t('unitsMeta', { units: course.units.length, minutes: course.minutes })}</p>
        </div>
        <ol className="unit-list">
          {course.units.map((unit, index) => (
            <Unit key={unit.id} courseId={course.id} outline={unit} number={index + 1} unit={passage?.units[index] ?? null} />
          ))}
        </ol>
      </section>
      {course.monday && <Monday sentences={course.monday} />}
      {around && <Sources sources={around.sources} dossier={around.dossier} />}
    </>
  )
}

function Monday({ sentences }: { sentences: readonly Localised[] }) {
  const t = useTranslations('training')
  return (
    <section aria-labelledby="monday">
      <div className="head2">
        <h2 className="h2" id="monday">
          {t('onMonday')}
        </h2>
      </div>
      <MondayList sentences={sentences} />
    </section>
  )
}

/** Whose word the course rests on; a source that several facts share stands once. */
function Sources({ sources, dossier }: Omit<NonNullable<Props['around']>, 'editions'>) {
  const t = useTranslations('training')
  const language = useLocale()
  const notes = sources.map((fact) => noteInWords(fact, language, null, dossier))
  const once = notes.filter(
    (note, index) => notes.findIndex(({ whoSays, source }) => whoSays === note.whoSays && source === note.source) === index,
  )
  if (once.length === 0) return null
  return (
    <section aria-labelledby="sources">
      <details className="data">
        <summary id="sources">{t('sources', { count: once.length })}</summary>
        <ul className="course-sources">
          {once.map((note) => (
            <li key={note.id}>
              <StrokeSample stroke={note.stroke} />
              {note.whoSays}
              {' · '}
              {note.source}{' '}
              {note.inDossier && (
                <a href={note.inDossier.href} aria-label={`${note.inDossier.words}, ${note.whoSays}`}>
                  {note.inDossier.words}
                </a>
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function CourseMeta({ course, passage }: Pick<Props, 'course' | 'passage'>) {
  const t = useTranslations('training')
  const { writeDay, distance } = useDates()
  const checked = writeDay(course.checkedOn, 'longDate')
  const dueAt = passage?.enrolment.closedAt ? null : passage?.enrolment.dueAt
  return (
    <p className="meta byline">
      <span>{t('minutes', { minutes: course.minutes })}</span>
      {dueAt && passage && (
        <span>
          {t(passage.urgency === 'overdue' ? 'wasDue' : 'isDue')} <When at={dueAt} as="day" />{' '}
          <UrgencyMark urgency={passage.urgency}>{distance(dueAt)}</UrgencyMark>
        </span>
      )}
      <span>{t('checkedOn', { date: checked })}</span>
      {course.dossierTitle && (
        <span>
          <a href={`/cases/${course.case}`}>{t('toDossier')}</a>
        </span>
      )}
    </p>
  )
}

function Begin({ begin }: Pick<Props, 'begin'>) {
  const t = useTranslations('training')
  return (
    <form action={begin}>
      <button type="submit" className="btn">
        {t('begin')}
      </button>
    </form>
  )
}

function Onward({ passage }: { passage: PassageShown }) {
  const t = useTranslations('training')
  const { course, next, certificateCode } = passage
  if (certificateCode)
    return (
      <a className="btn plain" href={`/certificates/${certificateCode}`}>
        {t('toCertificate')}
      </a>
    )
  if (!next || next.quiz?.state.kind === 'paused') return null
  return (
    <a className="btn" href={unitAddress(course.id, next)}>
      <Action unit={next} />
    </a>
  )
}

function Stamped({ passage: { course, enrolment, certificateCode } }: { passage: PassageShown }) {
  const { dayHere } = useDates()
  return certificateCode && enrolment.closedAt ? <CourseSeal course={course} day={dayHere(enrolment.closedAt)} /> : null
}

interface UnitProps {
  courseId: string
  outline: CourseOutline['units'][number]
  number: number
  unit: UnitShown | null
}

function Unit({ courseId, outline, number, unit }: UnitProps) {
  const t = useTranslations('training')
  const language = useLocale()
  const title = outline.title[language]
  return (
    <li>
      {unit?.completedAt ? <UnitSeal completedAt={unit.completedAt} /> : <SealSlot number={number} />}
      <div>
        <h3 className="title">{unit ? <a href={`${courseAddress(courseId)}/${encodeURIComponent(outline.id)}`}>{title}</a> : title}</h3>
        <p className="meta">
          {t('kindAndMinutes', { kind: t(`kinds.${outline.kind}`), minutes: outline.minutes })}
          {unit && <UnitState unit={unit} />}
        </p>
      </div>
    </li>
  )
}
