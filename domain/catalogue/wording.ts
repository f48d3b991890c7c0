/** The wording each status of a fact allows, as patterns per language. The words that name who says so are looked for first in the attribution. */
import type { FactRules } from './schema.ts'
import type { FactStatus, Language, Localised } from './types.ts'

const attribution: Record<FactStatus, Localised<RegExp>> = {
  'confirmed-by-organisation': {
    en: /\b(sa(?:y|ys|id)|confirm|announc|stat|disclos|report|accord|told|tell|publish|explain|describ|admit|g[ai]ve|found|list|add|wrote|acknowledg|answer|put|named?|set out|account)/iu,
    ja: /発表|によると|によれば|説明|公表|確認|認め|報告|述べ|として(い|お)|とし(た|ま)|明らかに|声明|公式|示し|回答/u,
  },
  'official-statistic': {
    en: /\b(record|count|measur|observ|statistic|report|figure|sensor|accord|publish|sa(?:y|ys|id)|calculat)/iu,
    ja: /観測|統計|によると|によれば|記録|計測|集計|公表|発表|センサー|数え/u,
  },
  'official-allegation': {
    en: /\b(alleg|believ|suspect|suspicion|assess|sa(?:y|ys|id)|accord|accus|claim|attribut|describ|investigat|police|account|announc|judg|view|charg)/iu,
    ja: /とみ(て|る|ら)|疑い|容疑|によると|によれば|説明|として(い|お)|とし(た|ま)|可能性|判断|述べ|指摘|発表|書類送検|見立て|見方|みられ/u,
  },
  'media-report': {
    en: /\b(report|newspaper|press|media|accord|sa(?:y|ys|id)|wrote|sources|journalis|was found)/iu,
    ja: /報じ|報道|によると|によれば|新聞|伝え/u,
  },
  'researcher-finding': {
    en: /\b(describ|found|find|report|observ|research|not(?:e|ed)|wr(?:o|i)te|list|assess|accord|analys|sa(?:y|ys|id)|catalogu|record|warn|advis|document|classif|call|point|explain|g[ai]ve|keep|kept|name|separat|distinguish)/iu,
    ja: /報告|によると|によれば|研究|分析|観測|指摘|説明|解析|挙げ|確認|公表|記載|整理|まとめ|注意|として(い|お)|分類|呼|区別|分け|扱|示し/u,
  },
  'law-or-standard': {
    en: /\b(law|standard|act|article|code|guid|sa(?:y|ys)|require|ask|framework|control|treat|defin|provid|recommend|advi[sc]|under|make)/iu,
    ja: /法|基準|指針|ガイド|規則|条|定め|求め|とされ|推奨|によると|によれば/u,
  },
  'disputed-or-corrected': {
    en: /\b(differ|later|correct|account|compar|disagree|other|while|sa(?:y|ys|id)|conflict|reject|den(?:y|ied)|report|respon|question|oppos|vary|varies|some|gave)/iu,
    ja: /異な|訂正|食い違|分かれ|一方|後に|その後|改め|一致し|否定|反論|修正|述べ|によって|によると|違い|比べ|報じ/u,
  },
}
const ownReading: Localised<RegExp> = {
  en: /\b(could|can|would|our own reading|inference|infer)\b/iu,
  ja: /ことができ|(監査|点検|確認|確か|調べ|見直).*(でき|られ|でしょう)|推論|整理/u,
}

/** Whether a sentence, with the words in it that attribute the fact, names who says so as the status asks. Japanese attributes at the sentence's end, so its whole sentence is read. */
export function isAttributed(status: FactStatus, isOwnReading: boolean, language: Language, words: string, sentence: string): boolean {
  if (isOwnReading) return ownReading[language].test(sentence)
  return attribution[status][language].test(language === 'ja' ? sentence : words)
}

/** Kinds of claim that nobody has settled: each sentence about one says whose it is. */
export const isUnsettled = (status: FactStatus | undefined): boolean => status === 'official-allegation' || status === 'media-report'

/** Closer than `attribution`: in a sentence of its own “account” or “suspect” says of nobody that they claim something. */
const claimed: Localised<RegExp> = {
  en: /\b(alleg\w+|believe[sd]?|suspected (that|of)|(on|under) suspicion|assess\w*|say|says|said|according to|accounts? (differ|of)|by .*\baccounts?\b|report(s|ed|edly)|wrote|descri(bed?|bes)|announced|published|statement|reads? as if|conclud\w+|investigators’|referred|newspapers?)\b/iu,
  ja: /とみて|とみら|疑い|によると|によれば|説明|とし(て(い|お)|た|ま)|とされ|可能性|判断|述べ|指摘|発表|送検|報じ|報道|伝え|見立て|見方|異な|公表し/u,
}
/** That nothing came of a claim, or that nobody confirmed it: it is said in nobody's words. */
const cameToNothing: Localised<RegExp> = {
  en: /\b(no (trial|conviction|later outcome|official)|no .*\bfound|(not|never) (been )?(tried|convicted|confirmed|published|tested))\b/iu,
  ja: /(裁判|有罪|結果|経緯|公表|特定|資料|記載).*(ない|ません|おらず)/u,
}

/** Whether a sentence among unsettled claims says by itself whose words it tells, or that nothing came of them. */
export function isToldAsClaim(language: Language, sentence: string): boolean {
  return claimed[language].test(sentence) || cameToNothing[language].test(sentence)
}

/** A sentence of a text and where it begins. */
export interface Sentence {
  text: string
  at: number
}

/**
 * Splits at the ends of sentences: 。！？ or . ! ? before a space, and the end of a paragraph, list item or cell. Decimal points and initials
 * inside words do not split.
 */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^\n]+?(?:[。！？]+[」』）]?|[.!?]+[”’")]*(?=\s|$)|$|(?=\n))\s*/gu)]
    .filter(([sentence]) => sentence.trim() !== '')
    .map((match) => ({ text: match[0], at: match.index }))
}

export function sentenceAt(text: string, index: number): Sentence {
  return sentencesOf(text).findLast((sentence) => sentence.at <= index) ?? { text, at: 0 }
}

const compiled = new Map<string, RegExp>()

/** The expression of a pattern; each is made once, for it is tried on every sentence. */
export function compile(pattern: string): RegExp {
  const expression = compiled.get(pattern) ?? new RegExp(pattern, 'iu')
  compiled.set(pattern, expression)
  return expression
}

/** Whether every pattern is met somewhere in the text. */
export function holdsAll(patterns: readonly string[], text: string): boolean {
  return patterns.every((pattern) => compile(pattern).test(text))
}

/** The first word of a list of patterns that the text holds. */
export function findWord(patterns: readonly string[], text: string): { word: string; at: number } | null {
  for (const pattern of patterns) {
    const match = compile(pattern).exec(text)
    if (match) return { word: match[0], at: match.index }
  }
  return null
}

/** Which facts a sentence attributes, and which kinds of claim it tells. */
export interface About {
  facts: readonly string[]
  statuses: readonly FactStatus[]
}

/** Sentences that must never be written, with the reason; a rule may hold only for sentences about a fact, or about a kind of claim. */
export function findNever(
  rules: FactRules['never'][Language],
  text: string,
  about: (sentence: Sentence) => About,
): { reason: string; at: number }[] {
  return sentencesOf(text).flatMap((sentence) => {
    const { facts, statuses } = about(sentence)
    return rules
      .filter((rule) => !rule.fact || facts.includes(rule.fact))
      .filter((rule) => !rule.status || statuses.includes(rule.status))
      .filter((rule) => compile(rule.pattern).test(sentence.text))
      .filter((rule) => !rule.unless || !compile(rule.unless).test(sentence.text))
      .map((rule) => ({ reason: rule.reason, at: sentence.at }))
  })
}
