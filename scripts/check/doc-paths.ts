const ending = /\.(ts|tsx|mjs|md|yaml|yml|json|sql|css|sh)$/
const made = /^(\.data|\.next|node_modules|test-results|playwright-report)(\/|$)/
const placeholder = /[<>*…[\]]|NNNN|\.\.\.|^[@#~/]/

/**
 * The paths that a Markdown page names, in code spans and links, and that do not exist. Counted as a path is what lies below a folder of
 * the project or ends like one of its files; patterns, addresses and folders that are made at run time are not.
 */
export function missingPaths(markdown: string, folder: string, exists: (path: string) => boolean): string[] {
  const paths = [...named(markdown), ...linked(markdown, folder)]
  return paths.filter((path) => isOurs(path, exists) && !exists(path.replace(/\/$/, '')))
}

function named(markdown: string): string[] {
  const withoutBlocks = markdown.replace(/^```[\s\S]*?^```/gm, '')
  const spans = [...withoutBlocks.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
  return spans.filter((span) => /^[\w.@()[\]{},*-]+(\/[\w.@()[\]{},*-]*)+$/.test(span)).flatMap(expanded)
}

function linked(markdown: string, folder: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '')
  const relative = targets.filter((target) => !/^[a-z]+:/.test(target))
  return relative.map((target) => new URL(target, `file:///${folder}/`).pathname.slice(1))
}

function isOurs(path: string, exists: (path: string) => boolean): boolean {
  if (placeholder.test(path) || made.test(path)) return false
  return exists(path.split('/')[0] ?? '') || ending.test(path)
}

/** `messages/{en,ja}.json` names two paths. */
function expanded(path: string): string[] {
  const [, before = '', middle, after = ''] = path.match(/^(.*?)\{([^}]*)\}(.*)$/) ?? []
  return middle === undefined ? [path] : middle.split(',').flatMap((part) => expanded(`${before}${part}${after}`))
}
