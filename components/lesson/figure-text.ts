/** Text in drawings: server-made SVG does not wrap or measure by itself, so widths are estimated at 12 px and lines are broken here. */

const size = 12

export const lineHeight = 16

/** Between Japanese and Latin letters or figures browsers leave an eighth of the size (`text-autospace`). */
const seam = /(?<=[\u3040-\u30ff\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3040-\u30ff\u3400-\u9fff])/gu

/** Estimated width in pixels of a line at 12 px; full-width characters are square, others a little over half. */
export function textWidth(text: string, isBold = false): number {
  const latin = isBold ? 7.3 : 6.8
  const letters = [...text].reduce((sum, character) => sum + (isFullWidth(character) ? size : latin), 0)
  return letters + ((text.match(seam)?.length ?? 0) * size) / 8
}

function isFullWidth(character: string): boolean {
  return /[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]/u.test(character)
}

/** What may not begin a line of Japanese; units stay with their number. */
const closing = /^[年月日件回台人分時、。，．）」』】〕・ー〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/u

/** Breaks a text into lines of at most `width` pixels: at spaces, in Japanese between phrases. */
export function wrapText(text: string, width: number, isBold = false): string[] {
  return linesOf(measure(text, isBold), width)
}

/** The same, in as few lines, but of about the same length: no word is left alone on the last. */
export function wrapEvenly(text: string, width: number, isBold = false): string[] {
  const pieces = measure(text, isBold)
  const lines = linesOf(pieces, width)
  const least = pieces.reduce((sum, piece) => sum + piece.width, 0) / lines.length
  for (let narrower = least; narrower < width; narrower += size / 2) {
    const even = linesOf(pieces, narrower)
    if (even.length === lines.length) return even
  }
  return lines
}

interface Piece {
  text: string
  width: number
  /** Without the space after it, which is not seen at the end of a line. */
  ink: number
}

function measure(text: string, isBold: boolean): Piece[] {
  return piecesOf(text).map((piece) => ({ text: piece, width: textWidth(piece, isBold), ink: textWidth(piece.trimEnd(), isBold) }))
}

function linesOf(pieces: Piece[], limit: number): string[] {
  const lines: string[] = []
  let length = 0
  for (const { text, width, ink } of pieces) {
    const goesOn = lines.length > 0 && (length + ink <= limit || closing.test(text))
    lines.push(goesOn ? lines.pop() + text : text.trimStart())
    length = goesOn ? length + width : width
  }
  return lines.map((line) => line.trim())
}

const japaneseWords = new Intl.Segmenter('ja', { granularity: 'word' })
/** A bracket stays with what it opens, and a word in katakana in one piece. */
const together = /[「『（〔]\n|[ァ-ヺー]\n[ァ-ヺー]/u

function piecesOf(text: string): string[] {
  if (!/[\u3040-\u30ff\u4e00-\u9fff]/u.test(text)) return text.split(/(?<=\s)/u)
  const pieces: string[] = []
  for (const { segment } of japaneseWords.segment(text)) {
    if (together.test(`${pieces.at(-1)}\n${segment}`)) pieces.push(`${pieces.pop()}${segment}`)
    else pieces.push(segment)
  }
  return pieces
}
