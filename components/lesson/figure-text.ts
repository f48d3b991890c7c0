/** Text in drawings: server-made SVG does not wrap or measure by itself, so widths are estimated at 12 px and lines are broken here. */

const size = 12

/** Estimated width in pixels of a line at 12 px; full-width characters are square, others a little over half. */
export function textWidth(text: string, isBold = false): number {
  const latin = isBold ? 7.3 : 6.8
  return [...text].reduce((sum, character) => sum + (isFullWidth(character) ? size : latin), 0)
}

function isFullWidth(character: string): boolean {
  return /[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]/u.test(character)
}

/** What may not begin a line of Japanese; units stay with their number. */
const closing = /^[年月日件回台人分時、。，．）」』】〕・ー〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/u

/** Breaks a text into lines of at most `width` pixels: at spaces, in Japanese between phrases. */
export function wrapText(text: string, width: number, isBold = false): string[] {
  const lines: string[] = []
  for (const piece of piecesOf(text)) {
    const line = lines.at(-1)
    if (line !== undefined && (textWidth((line + piece).trimEnd(), isBold) <= width || closing.test(piece)))
      lines[lines.length - 1] = line + piece
    else lines.push(piece.trimStart())
  }
  return lines.map((line) => line.trim())
}

function piecesOf(text: string): string[] {
  if (!/[\u3040-\u30ff\u4e00-\u9fff]/u.test(text)) return text.split(/(?<=\s)/u)
  return [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
}
