import { afterEach, describe, expect, it, vi } from 'vitest'
import * as environment from '#db/environment'
import { NotFound } from '#services/errors'
import { changed, sampleFiles, samplePaths } from '#testing/content'
import { compileFiles } from './compile.ts'
import { getPreview, refuseUnlessPreviewed } from './preview.ts'
import type { Files, Kept } from './read-content.ts'
import { previewOf } from './read-preview.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

function serve({ mode, ...settings }: { mode: string; HOST?: string; PUBLIC_URL?: string }): void {
  vi.stubEnv('NODE_ENV', mode)
  vi.spyOn(environment, 'environment').mockReturnValue(environment.readEnvironment(settings))
}

describe('a preview', () => {
  it.each(['production', 'test'])('does not exist in %s', async (mode) => {
    serve({ mode })
    expect(() => refuseUnlessPreviewed('localhost:3000')).toThrow(NotFound)
    await expect(getPreview('localhost:3000')).rejects.toThrow(NotFound)
  })

  it('does not exist where Casebook is open to others', () => {
    serve({ mode: 'development', HOST: '0.0.0.0', PUBLIC_URL: 'http://192.0.2.10:3000' })
    expect(() => refuseUnlessPreviewed('localhost:3000')).toThrow(NotFound)
    serve({ mode: 'development', PUBLIC_URL: 'https://casebook.example.com' })
    expect(() => refuseUnlessPreviewed('localhost:3000')).toThrow(NotFound)
  })

  it.each(['casebook.example.com', 'localhost.example.com', '192.0.2.10:3000', '127.0.0.1.example.com', null])(
    'is not given to who asks for it as %s',
    (host) => {
      serve({ mode: 'development' })
      expect(() => refuseUnlessPreviewed(host)).toThrow(NotFound)
    },
  )

  it.each(['localhost:3000', 'localhost', '127.0.0.1:3964', '[::1]:3000'])('is given in development to who asks for it as %s', (host) => {
    serve({ mode: 'development' })
    expect(() => refuseUnlessPreviewed(host)).not.toThrow()
  })
})

const without = (file: string, files = sampleFiles()): Files => {
  files.delete(file)
  return files
}
const reasons = (files: Files) => previewOf(files).findings.problems.map(({ file, reason }) => `${file}: ${reason}`)

describe('what a preview shows', () => {
  it('is what would be served, where nothing is wrong', () => {
    const files = sampleFiles()
    const { findings, readable, allUnitIds } = previewOf(files)
    expect(findings).toMatchObject({ problems: [], isWhole: true })
    expect(readable?.courses).toEqual(compileFiles(files))
    expect([...(readable?.units.values() ?? [])]).toEqual(compileFiles(files)[0]?.units)
    expect(allUnitIds).toEqual(['the-desk', 'the-quiz'])
    expect(readable?.unread.size).toBe(0)
  })

  it('is the text as it stands where its meaning is wrong, which start-up refuses', () => {
    const files = changed(samplePaths.en, 'A point.', 'The police.')
    expect(() => compileFiles(files)).toThrow()
    expect(reasons(files)).toEqual([expect.stringContaining('lesson.en.md')])
    expect(JSON.stringify(previewOf(files).readable?.units.get('the-desk'))).toContain('The police.')
  })

  it('is all but the file that cannot be read; its course still names the unit', () => {
    const files = changed(samplePaths.quiz, 'kind: quiz', 'kind: quizz')
    const { findings, readable, allUnitIds } = previewOf(files)
    expect(findings).toMatchObject({ isWhole: false, problems: [{ file: samplePaths.quiz }], warnings: [] })
    expect([...(readable?.units.keys() ?? [])]).toEqual(['the-desk'])
    expect(readable?.unitIds.get('harbour')).toEqual(['the-desk', 'the-quiz'])
    expect(allUnitIds).toContain('the-quiz')
  })

  it.each([
    ['ja', samplePaths.ja, 'The desk'],
    ['en', samplePaths.en, '窓口'],
  ] as const)('puts the other language in the place of one that is not written yet: %s', (language, file, title) => {
    const { readable, findings } = previewOf(without(file))
    expect(findings.problems).toEqual([{ file, line: 1, reason: 'the file is missing' }])
    expect(readable?.unread).toEqual(new Map([['the-desk', language]]))
    expect(readable?.units.get('the-desk')?.title[language]).toBe(title)
  })

  it('tells what a unit means to say wrongly though another file cannot be read, or its own translation is not there yet', () => {
    const wrong = () => changed(samplePaths.en, 'A point.', 'The police.')
    const watched = expect.stringMatching(/lesson\.en\.md: .*police/iu)
    expect(reasons(changed(samplePaths.quiz, 'kind: quiz', 'kind: quizz', wrong()))).toEqual([
      watched,
      expect.stringContaining('quiz.yaml'),
    ])
    expect(reasons(without(samplePaths.ja, wrong()))).toEqual([watched, expect.stringContaining('lesson.ja.md: the file is missing')])
  })

  it('does not tell of a unit that cannot be read what only follows from that', () => {
    const files = changed(samplePaths.en, ':::decision{id=letter}', ':::decision')
    expect(reasons(files)).toEqual([expect.stringContaining('a decision needs “id”')])
  })

  it('is nothing while the ledger cannot be read', () => {
    expect(previewOf(without(samplePaths.facts))).toMatchObject({ readable: null, findings: { isWhole: false } })
  })

  it('is the same whether the files were read before or not', () => {
    const kept: Kept = new Map()
    previewOf(sampleFiles(), kept)
    const files = changed(samplePaths.people, 'Nao Sato', 'Nao Sano', changed(samplePaths.facts, 'official-allegation', 'media-report'))
    expect(previewOf(files, kept)).toEqual(previewOf(files))
    expect(JSON.stringify(previewOf(files, kept).readable?.units.get('the-desk'))).toContain('Nao Sano')
    expect(previewOf(sampleFiles(), kept)).toEqual(previewOf(sampleFiles()))
  })

  it('tells of text that is no YAML, wherever it lies', () => {
    expect(reasons(sampleFiles().set('content/units/the-desk/notes.yaml', 'a: [b'))).toEqual([
      expect.stringMatching(/^content\/units\/the-desk\/notes\.yaml: /),
    ])
  })
})
