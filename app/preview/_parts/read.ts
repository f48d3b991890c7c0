import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { concerns, type Subject } from '#domain/catalogue/concerns'
import { type Language, languages } from '#domain/catalogue/types'
import { getPreview } from '#services/catalogue/preview'
import type { Preview } from '#services/catalogue/read-preview'
import { orNotFound } from '../../_adapter/page.ts'
import { previewPaths } from './paths.ts'

const content = cache(async () => orNotFound(getPreview((await headers()).get('host'))))

/** The content as it stands, in the language that the address names; not found where there is no preview. */
export async function readPreview(named: string) {
  const preview = await content()
  const language = languages.find((known): known is Language => known === named) ?? notFound()
  return { ...preview, language, paths: previewPaths(language) }
}

export type PreviewRead = Awaited<ReturnType<typeof readPreview>>

/** Of the findings those that concern a subject, and how many problems there are besides. */
export function findingsOn(subject: Subject, { findings, paths }: Pick<PreviewRead, 'findings' | 'paths'>) {
  const problems = findings.problems.filter((problem) => concerns(problem, subject))
  return {
    isWhole: findings.isWhole,
    problems,
    warnings: findings.warnings.filter((warning) => concerns(warning, subject)),
    elsewhere: { count: findings.problems.length - problems.length, href: paths.index },
  }
}

/** Units as a list shows them. */
export function unitRows(ids: readonly string[], { readable, findings, paths }: Preview & Pick<PreviewRead, 'paths'>) {
  return ids.map((id) => ({
    id,
    unit: readable?.units.get(id) ?? null,
    href: paths.unit(id),
    problems: findings.problems.filter((problem) => concerns(problem, { kind: 'unit', id })).length,
  }))
}
