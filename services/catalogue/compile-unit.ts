import { isActivity } from '#domain/catalogue/activity'
import { minutesOf } from '#domain/catalogue/minutes'
import type { QuizQuestion } from '#domain/catalogue/schema'
import type { LessonSource, QuizSource, SourceLesson } from '#domain/catalogue/source'
import type { Block, LessonPart, LessonUnit, Localised, Question, QuestionChoice, QuizUnit } from '#domain/catalogue/types'
import { withHash } from './with-hash.ts'

export function compileLesson(source: LessonSource): LessonUnit {
  const {
    id,
    languages: { en, ja },
    figures,
  } = source
  const decisions = en.parts.flatMap(({ blocks }) => blocks).flatMap(({ block }) => (isActivity(block) ? [block.id] : []))
  return withHash({
    kind: 'lesson' as const,
    id,
    title: { en: en.title.text, ja: ja.title.text },
    standfirst: { en: en.standfirst.text, ja: ja.standfirst.text },
    minutes: minutesOf([source]),
    objectives: en.data.objectives,
    facts: en.data.facts,
    decisions,
    parts: { en: compileParts(en), ja: compileParts(ja) },
    figures: figures.data,
  })
}

function compileParts({ parts }: SourceLesson): LessonPart[] {
  return parts.map((part, index) => ({ id: `p${index + 1}`, title: part.title.text, blocks: part.blocks.map(compileBlock) }))
}

/** A record's facts come in the order in which its text attributes them, so that their numbers rise as one reads. */
function compileBlock({ block, attributions }: SourceLesson['parts'][number]['blocks'][number]): Block {
  return block.kind === 'record' ? { ...block, facts: [...new Set(attributions.map(({ fact }) => fact))] } : block
}

export function compileQuiz(source: QuizSource): QuizUnit {
  const {
    id,
    quiz: { data },
    words: { en, ja },
  } = source
  const { title, draw, masteryScore, attempts, pauseDays, feedback } = data
  const questions = data.questions.map((question) => compileQuestion(question, { en: en.data[question.id], ja: ja.data[question.id] }))
  return withHash({
    kind: 'quiz' as const,
    id,
    title,
    minutes: minutesOf([source]),
    draw,
    masteryScore,
    attempts,
    pauseDays,
    feedback,
    questions,
  })
}

type Words = Localised<QuizSource['words']['en']['data'][string] | undefined>

function compileQuestion(question: QuizQuestion, words: Words): Question {
  const { id, difficulty, objective, facts } = question
  const localised = (pick: (words: Words['en']) => string | undefined): Localised => ({
    en: pick(words.en) ?? '',
    ja: pick(words.ja) ?? '',
  })
  const choices = question.choices.map(
    (choice): QuestionChoice => ({
      id: choice,
      text: localised((said) => said?.choices[choice]?.text),
      why: localised((said) => said?.choices[choice]?.why),
    }),
  )
  const base = { id, difficulty, objective, facts, prompt: localised((said) => said?.prompt), choices }
  switch (question.kind) {
    case 'order':
      return { ...base, kind: question.kind, correct: question.choices }
    case 'match':
      return {
        ...base,
        kind: question.kind,
        correct: question.correct,
        targets: question.targets.map((target) => ({ id: target, text: localised((said) => said?.targets?.[target]) })),
      }
    case 'one-choice':
      return { ...base, kind: question.kind, correct: question.correct }
    case 'several-choices':
      return { ...base, kind: question.kind, correct: question.correct }
  }
}
