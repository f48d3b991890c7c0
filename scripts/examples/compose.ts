import { DCLinter } from 'dclint'
import { parse } from 'yaml'
import { z } from 'zod'
import { settingProblems } from './env-file.ts'

const service = z.looseObject({
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  healthcheck: z.unknown().optional(),
  build: z.unknown().optional(),
  volumes: z.array(z.string()).default([]),
})

const composeFile = z.looseObject({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()).default({}),
})

/** What the schema of compose files and its linter find. The proxy's ports are meant to be open. */
export function lintProblems(path: string): string[] {
  const linter = new DCLinter({ rules: { 'no-unbound-port-interfaces': 0 }, quiet: true, debug: false, exclude: [] })
  const found = linter.lintFiles([path], false).flatMap(({ messages }) => messages)
  return found.filter(({ type }) => type === 'error').map(({ line, message }) => `line ${line}: ${message}`)
}

/**
 * What the schema cannot see: variables without a value, services and volumes that do not exist, a wait for the health of a service that
 * has no check, and settings that Casebook would refuse.
 * @param imageHasCheck whether the image that is built brings its own health check.
 */
export function composeProblems(text: string, variables: Record<string, string>, imageHasCheck: boolean): string[] {
  const problems: string[] = []
  const fill = (_: unknown, value: unknown) => (typeof value === 'string' ? interpolated(value, variables, problems) : value)
  const { services, volumes } = composeFile.parse(parse(text, fill))
  for (const [name, { depends_on, volumes: mounts }] of Object.entries(services)) {
    for (const [other, { condition }] of Object.entries(depends_on)) {
      const needed = services[other]
      if (!needed) problems.push(`${name} waits for ${other}, which is not there`)
      else if (condition === 'service_healthy' && !needed.healthcheck && !(needed.build && imageHasCheck))
        problems.push(`${name} waits for the health of ${other}, which has no check`)
    }
    for (const source of mounts.map((mount) => mount.split(':')[0] ?? ''))
      if (!source.startsWith('.') && !(source in volumes)) problems.push(`${name} mounts ${source}, which is not declared`)
  }
  const settings = services['casebook']?.environment ?? {}
  return [...problems, ...settingProblems({ HOST: '0.0.0.0', ...settings })]
}

/** The names of what Casebook is given in its environment. */
export const passedOn = (text: string): string[] => Object.keys(composeFile.parse(parse(text)).services['casebook']?.environment ?? {})

/** Puts the variables in, as compose does: `${NAME}`, `${NAME:?}` (must be there) and `${NAME:-otherwise}`. */
function interpolated(text: string, variables: Record<string, string>, problems: string[]): string {
  return text.replaceAll(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind?: string, otherwise = '') => {
    const value = variables[name]
    if (value) return value
    if (kind !== '-') problems.push(`${name} has no value`)
    return otherwise
  })
}
