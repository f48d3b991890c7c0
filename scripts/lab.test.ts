import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import { labs, newestLab } from '#domain/labs/registry'

/** Each test starts a process or two, which a busy machine takes its time over. */
const patience = 120_000

const seed = '00112233445566778899aabbccddeeff'
const ids = [...new Set(labs.map(({ id }) => id))].filter((id) => id !== 'the-borrowed-badge')

/** What the script prints, and what it says where something is wrong. */
const run = (...args: string[]) =>
  new Promise<{ code: unknown; out: string; said: string }>((resolve) => {
    execFile(process.execPath, ['scripts/lab.ts', ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, out, said) =>
      resolve({ code: error?.code ?? 0, out, said }),
    )
  })

/** One table's lines in cells; nothing that a lab makes holds a line break, and a cell with a comma or a quote stands in quotes (RFC 4180). */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )

it.each(ids)(
  'prints the evidence of %s as CSV, and what is true of it as JSON',
  async (id) => {
    const made = newestLab(id)?.generate(seed)
    const [printed, told] = await Promise.all([run(id, '--seed', seed), run(id, '--seed', seed, '--truth')])
    const tables = printed.out.trimEnd().split('\n\n')
    expect(tables.map((table) => table.split('\n').map(cellsOf))).toEqual(
      made?.evidence.tables.map((table) => [
        ['row', ...table.columns.map((column) => `${table.id}.${column.id}`)],
        ...table.rows.map((row) => [row.id, ...row.cells.map((cell) => String(cell ?? ''))]),
      ]),
    )
    expect(JSON.parse(told.out)).toEqual(made?.truth)
    expect([printed.code, told.code, printed.said + told.said]).toEqual([0, 0, ''])
  },
  patience,
)

it(
  'prints an older version when it is asked for one',
  async () => {
    const [older] = labs.filter(({ id }) => id === 'the-log-that-stopped')
    const { out } = await run('the-log-that-stopped', '--seed', seed, '--version', '1', '--truth')
    expect(JSON.parse(out)).toEqual(older?.generate(seed).truth)
  },
  patience,
)

it.each([
  [['the-lab-that-never-was', '--seed', seed], 'There is no such lab. There are five-names-one-hand (version 1)'],
  [['the-log-that-stopped', '--version', '99', '--seed', seed], 'There is no such lab.'],
  [['the-log-that-stopped'], 'A seed is 32 hexadecimal digits'],
  [['the-log-that-stopped', '--seed', 'twelve'], 'A seed is 32 hexadecimal digits'],
])(
  'answers %j in a sentence',
  async (args, sentence) => {
    const { code, out, said } = await run(...args)
    expect([code, out]).toEqual([1, ''])
    expect(said).toContain(sentence)
    expect(said.trimEnd().split('\n')).toHaveLength(1)
  },
  patience,
)
