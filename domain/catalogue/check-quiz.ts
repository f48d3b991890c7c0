import { missing, repeated } from './repeated.ts'
import { checkPlainWords, findForbidden, findLabel, findMissingWords, findUnattributed, findWatchWord, type RuleBook } from './rule-book.ts'
import type { QuestionWords, QuizQuestion } from './schema.ts'
import { findAlike } from './similar.ts'
import type { ContentSource, Problem, QuizSource } from './source.ts'
import { type Language, languages } from './types.ts'

const poolPerDraw = 2
/** Above this two prompts ask nearly the same words. */
const nearlyTheSame = 0.8

/** A quiz: its key is sound, its pool is large enough, and every word is there in both languages. */
export function* checkQuiz({ id, quiz, words }: QuizSource, facts: RuleBook): Generator<Problem> {
  const { file, data, lineOf } = quiz
  if (data.id !== id) yield { file, line: lineOf(['id']), reason: `the id is the folder's: “${id}”` }
  if (data.questions.length < poolPerDraw * data.draw)
    yield {
      file,
      line: lineOf(['draw']),
      reason: `a draw of ${data.draw} needs a pool of ${poolPerDraw * data.draw}, not ${data.questions.length}`,
    }
  const ids = data.questions.map((question) => question.id)
  for (const index of repeated(ids))
    yield { file, line: lineOf(['questions', index, 'id']), reason: `question “${ids[index]}” stands twice` }

  yield* checkPlainWords(quiz, facts)
  for (const [index, question] of data.questions.entries()) {
    for (const reason of findUnsound(question)) yield { file, line: lineOf(['questions', index]), reason: `“${question.id}”: ${reason}` }
    for (const { index: fact, reason } of facts.refuse(question.facts))
      yield { file, line: lineOf(['questions', index, 'facts', fact]), reason }
  }
  for (const language of languages) {
    const located = words[language]
    for (const id of missing(ids, Object.keys(located.data))) yield { file: located.file, line: 1, reason: `no words for question “${id}”` }
    for (const id of missing(Object.keys(located.data), ids))
      yield { file: located.file, line: located.lineOf([id]), reason: `no question “${id}” in ${file}` }
    for (const question of data.questions) {
      const said = located.data[question.id]
      if (!said) continue
      for (const { path, reason } of findInWords(question, said, language, facts))
        yield { file: located.file, line: located.lineOf([question.id, ...path]), reason }
    }
  }
}

/** Why a key does not fit its question: a correct response scores 1, and every other less. */
function findUnsound(question: QuizQuestion): string[] {
  const twice = repeated(question.choices).map((index) => `choice “${question.choices[index]}” stands twice`)
  if (question.kind === 'order') return [...twice, ...(question.choices.length < 3 ? ['an order has at least three choices'] : [])]
  if (question.kind === 'match') {
    return [
      ...twice,
      ...repeated(question.targets).map((index) => `target “${question.targets[index]}” stands twice`),
      ...missing(question.choices, Object.keys(question.correct)).map((id) => `“${id}” is matched with nothing`),
      ...missing(Object.keys(question.correct), question.choices).map((id) => `“${id}” is no choice`),
      ...missing(Object.values(question.correct), question.targets).map((id) => `“${id}” is no target`),
      ...(new Set(Object.values(question.correct)).size < 2 ? ['everything is matched with the same target'] : []),
    ]
  }
  return [
    ...twice,
    ...missing(question.correct, question.choices).map((id) => `“${id}” is no choice`),
    ...repeated(question.correct).map((index) => `“${question.correct[index]}” is correct twice`),
    ...(question.kind === 'several-choices' && question.correct.length === question.choices.length ? ['every choice is correct'] : []),
  ]
}

type Found = { path: string[]; reason: string }

/** What is wrong with a question's words in one language. A wrong choice may say what is not so; it may not label a people. */
function findInWords(question: QuizQuestion, said: QuestionWords[string], language: Language, facts: RuleBook): Found[] {
  const targets = question.kind === 'match' ? question.targets : []
  const structure = [
    ...missing(question.choices, Object.keys(said.choices)).map((id) => ({ path: ['choices'], reason: `no words for choice “${id}”` })),
    ...missing(Object.keys(said.choices), question.choices).map((id) => ({ path: ['choices', id], reason: `“${id}” is no choice` })),
    ...missing(targets, Object.keys(said.targets ?? {})).map((id) => ({ path: ['targets'], reason: `no words for target “${id}”` })),
    ...missing(Object.keys(said.targets ?? {}), targets).map((id) => ({ path: ['targets', id], reason: `“${id}” is no target` })),
  ]
  const correct = question.kind === 'one-choice' || question.kind === 'several-choices' ? question.correct : question.choices
  const choices = Object.entries(said.choices)
  const asserted: { path: string[]; text: string }[] = [
    { path: ['prompt'], text: said.prompt },
    ...choices.map(([id, { why }]) => ({ path: ['choices', id, 'why'], text: why })),
    ...choices.filter(([id]) => correct.includes(id)).map(([id, { text }]) => ({ path: ['choices', id, 'text'], text })),
  ]
  const labels = choices.flatMap(([id, { text }]) => toFound(['choices', id, 'text'], findLabel(facts, language, text)))
  const forbidden = asserted.flatMap(({ path, text }) =>
    findForbidden(facts, language, question.facts, text).map(({ reason }) => ({ path, reason })),
  )
  return [...structure, ...labels, ...forbidden, ...findAboutFacts(question, said, language, facts)]
}

function findAboutFacts({ facts: ids }: QuizQuestion, said: QuestionWords[string], language: Language, facts: RuleBook): Found[] {
  const all = [said.prompt, ...Object.values(said.choices).flatMap(({ text, why }) => [text, why]), ...Object.values(said.targets ?? {})]
  if (ids.length === 0)
    return all.flatMap((text) =>
      toFound(['prompt'], findWatchWord(facts, language, text)?.reason.replace('in a record', 'in a question that names its facts')),
    )
  const text = all.join(language === 'ja' ? '' : ' ')
  return [
    ...findUnattributed(facts, language, ids, text).map((id) => ({
      path: ['prompt'],
      reason: `the question does not say whose claim “${id}” is`,
    })),
    ...findMissingWords(facts, language, ids, text).map(({ fact, words }) => ({
      path: ['prompt'],
      reason: `a question about “${fact}” must hold /${words}/`,
    })),
  ]
}

function toFound(path: string[], reason: string | null | undefined): Found[] {
  return reason ? [{ path, reason }] : []
}

/** No two prompts of all quizzes ask nearly the same. */
export function* checkPrompts({ units }: ContentSource): Generator<Problem> {
  const quizzes = units.filter((unit) => unit.kind === 'quiz')
  for (const language of languages) {
    const asked = quizzes.flatMap((quiz) =>
      Object.entries(quiz.words[language].data).map(([id, { prompt }]) => ({ quiz, words: quiz.words[language], id, prompt })),
    )
    for (const [later, earlier] of findAlike(
      asked.map(({ prompt }) => prompt),
      nearlyTheSame,
    )) {
      const [twin, first] = [asked[later], asked[earlier]]
      if (!twin || !first) continue
      const where = twin.quiz === first.quiz ? '' : ` of ${first.quiz.id}`
      const { file, lineOf } = twin.words
      yield { file, line: lineOf([twin.id, 'prompt']), reason: `“${twin.id}” asks nearly the same as “${first.id}”${where}` }
    }
  }
}
