/** Joins texts, in their order, into as few as `fits` lets there be; what fits nowhere is left out. */
export function packsOf(texts: readonly string[], fits: (pack: string) => boolean): string[] {
  const packs: string[] = []
  let pack = ''
  for (const text of texts) {
    if (!fits(text)) continue
    const longer = pack === '' ? text : `${pack} ${text}`
    if (pack !== '' && !fits(longer)) {
      packs.push(pack)
      pack = text
    } else pack = longer
  }
  return pack === '' ? packs : [...packs, pack]
}
