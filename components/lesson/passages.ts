import type { Block, LessonPart } from '#domain/catalogue/types'

/** What stands in the text's own column, or a figure. */
export type Piece = { kind: 'heading'; id: string; title: string } | Exclude<Block, { kind: 'record' }>

/** A record with what follows it up to the next record or figure, or a run of pieces without a record. */
export interface Passage {
  key: string
  record: Extract<Block, { kind: 'record' }> | null
  pieces: Piece[]
}

/** A lesson as passages, so that the notes of a record may run on beside the text after it. */
export function passagesOf(parts: LessonPart[]): Passage[] {
  const passages: Passage[] = []
  const begin = (record: Passage['record'], pieces: Piece[]) => passages.push({ key: String(passages.length), record, pieces })
  for (const { id, title, blocks } of parts) {
    for (const piece of [{ kind: 'heading' as const, id, title }, ...blocks]) {
      const last = passages.at(-1)
      if (piece.kind === 'record') begin(piece, [])
      else if (!last || piece.kind === 'figure' || last.pieces.at(-1)?.kind === 'figure') begin(null, [piece])
      else last.pieces.push(piece)
    }
  }
  return passages
}
