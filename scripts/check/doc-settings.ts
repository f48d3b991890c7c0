/** Settings that start-up sets for the processes it starts, and nobody else. */
export const internalSettings: readonly string[] = ['CASEBOOK_DEMO', 'CASEBOOK_BUNDLED']

/** Variables of examples that are not Casebook's own. */
const foreign = ['CASEBOOK_HOST', 'CASEBOOK_UPSTREAM', 'POSTGRES_PASSWORD']

/**
 * Where pages and settings disagree: names in code that no setting has, and settings that no page describes.
 * @param pages name and Markdown of each page that describes settings.
 */
export function settingDocProblems(pages: Record<string, string>, settings: readonly string[]): string[] {
  const named = Object.entries(pages).map(([page, markdown]) => ({ page, names: settingsIn(markdown) }))
  const known = [...settings, ...foreign]
  const all = named.flatMap(({ names }) => names)
  return [
    ...named.flatMap(({ page, names }) =>
      names.filter((name) => !known.includes(name)).map((name) => `${page} names ${name}, which is not a setting`),
    ),
    ...settings
      .filter((name) => !internalSettings.includes(name) && !all.includes(name))
      .map((name) => `${name} is described in none of ${Object.keys(pages).join(', ')}`),
  ]
}

/** What looks like a setting in blocks and spans of code: assigned, a whole span in capitals, or words joined as only settings are. */
function settingsIn(markdown: string): string[] {
  const code = [...markdown.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([text]) => text)
  const shapes = [/\b[A-Z][A-Z0-9_]*(?==\S)/g, /(?<=^`)[A-Z][A-Z0-9_]{3,}(?=`$)/g, /\b[A-Z]+(?:_[A-Z]+)+\b/g]
  return [...new Set(code.flatMap((text) => shapes.flatMap((shape) => text.match(shape) ?? [])))]
}
