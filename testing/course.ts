import type { Database } from '#db/client'
import { courses, courseVersions } from '#db/schema/index'
import type { CourseVersion, FactNote, LessonUnit, Localised, Question, QuizUnit } from '#domain/catalogue/types'
import { withHash } from '#services/catalogue/with-hash'
import { testNow } from './factories.ts'

/** An invented course with one lesson (three parts, a decision in the second) and one quiz (twelve questions, six drawn). */

const both = (en: string, ja: string): Localised => ({ en, ja })

const fact: FactNote = {
  id: 'badge-reading',
  status: 'law-or-standard',
  isOwnReading: true,
  whoSays: both('Casebook', 'Casebook'),
  source: both('Our own reading', '編集部の解釈'),
  confidence: 'medium',
}

const prose = (words: string) => ({ kind: 'prose' as const, html: `<p>${words}</p>` })
const decision = (prompt: string, first: string, second: string) => ({
  kind: 'decision' as const,
  id: 'badge-at-the-door',
  promptHtml: prompt,
  choices: [
    { id: '1', html: first, consequences: [{ time: '9:05', html: first }] },
    { id: '2', html: second, consequences: [{ time: null, html: second }] },
  ],
})

const lesson: LessonUnit = withHash({
  kind: 'lesson' as const,
  id: 'a-badge-is-lost',
  title: both('A badge is lost', '社員証がなくなる'),
  standfirst: both('Who notices, and whom do they tell?', '誰が気づき、誰に伝えるのか。'),
  minutes: 5,
  objectives: ['report-early'],
  facts: [fact.id],
  decisions: ['badge-at-the-door'],
  parts: {
    en: [
      { id: 'p1', title: 'Monday', blocks: [prose('A badge is missing.')] },
      {
        id: 'p2',
        title: 'At the door',
        blocks: [decision('Somebody waits at the door. What do you do?', 'Ask who they visit.', 'Hold the door.')],
      },
      { id: 'p3', title: 'What helps', blocks: [prose('Telling early helps.')] },
    ],
    ja: [
      { id: 'p1', title: '月曜日', blocks: [prose('社員証が見当たりません。')] },
      { id: 'p2', title: '入口で', blocks: [decision('入口で待っている人がいます。どうしますか。', '訪問先を尋ねる。', '扉を押さえる。')] },
      { id: 'p3', title: '役に立つこと', blocks: [prose('早く伝えることが役に立ちます。')] },
    ],
  },
  figures: [],
})

const letters = ['a', 'b', 'c', 'd'] as const
const objectiveOf = (number: number) => (number % 2 === 0 ? 'report-early' : 'ask-at-the-door')

function base(kind: string, number: number) {
  return {
    id: `${kind}-${number}`,
    difficulty: ((number % 3) + 1) as 1 | 2 | 3,
    objective: objectiveOf(number),
    facts: [fact.id],
    prompt: both(`Prompt of ${kind} ${number}`, `${kind} ${number} の問い`),
    choices: letters.map((id) => ({
      id,
      text: both(`Choice ${id} of ${kind} ${number}`, `${kind} ${number} の選択肢 ${id}`),
      why: both(`Why of ${id} in ${kind} ${number}`, `${kind} ${number} の ${id} の理由`),
    })),
  }
}

const targets = (['x', 'y'] as const).map((id) => ({ id, text: both(`Target ${id}`, `対応先 ${id}`) }))
const questions: Question[] = [1, 2, 3].flatMap((number): Question[] => [
  { ...base('one-choice', number), kind: 'one-choice', correct: ['b'] },
  { ...base('several-choices', number), kind: 'several-choices', correct: ['a', 'c'] },
  { ...base('order', number), kind: 'order', correct: [...letters] },
  { ...base('match', number), kind: 'match', targets, correct: { a: 'x', b: 'x', c: 'y', d: 'y' } },
])

const quiz: QuizUnit = withHash({
  kind: 'quiz' as const,
  id: 'what-you-would-do',
  title: both('What you would do', 'あなたならどうするか'),
  minutes: 4,
  draw: 6,
  masteryScore: 0.8,
  attempts: 3,
  pauseDays: 1,
  feedback: 'each' as const,
  questions,
})

export const testCourse: CourseVersion = withHash({
  id: 'the-lost-badge',
  case: 'invented',
  title: both('The lost badge', 'なくした社員証'),
  shortName: both('Badge', '社員証'),
  summary: both('What to do when a badge is lost.', '社員証をなくしたときにすること。'),
  objectives: [
    { id: 'report-early', text: both('Report a loss early', '紛失を早く報告できる') },
    { id: 'ask-at-the-door', text: both('Ask at the door', '入口で声をかけられる') },
  ],
  minutes: 9,
  units: [lesson, quiz],
  facts: { [fact.id]: fact },
  checkedOn: '2026-11-20',
})

/** A version of the test course that differs in what `change` says, under its own hash. */
export function testCourseWith(change: Partial<Omit<CourseVersion, 'hash'>>): CourseVersion {
  const { hash: _, ...content } = { ...testCourse, ...change }
  return withHash(content)
}

/** Loads a course version and makes it the one that new enrolments get. */
export async function publishTestCourse(db: Database, course: CourseVersion = testCourse, now = testNow): Promise<CourseVersion> {
  await db.insert(courseVersions).values({ hash: course.hash, courseId: course.id, content: course, loadedAt: now }).onConflictDoNothing()
  const current = { currentHash: course.hash, loadedHash: course.hash, publishedAt: now }
  await db
    .insert(courses)
    .values({ id: course.id, ...current })
    .onConflictDoUpdate({ target: courses.id, set: current })
  return course
}
