// npm run lab -- NAME --seed S [--version N] [--truth]: prints what a lab makes of a seed, as CSV, or what is true of it, as JSON.
import { parseArgs } from 'node:util'
import { stringify } from 'csv-stringify/sync'
import { findLab, labs, newestLab } from '#domain/labs/registry'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, version: { type: 'string' }, truth: { type: 'boolean', default: false } },
})
const [name = ''] = positionals
const lab = values.version ? findLab(name, Number(values.version)) : newestLab(name)

if (!lab) end(`There is no such lab. There are ${labs.map(({ id, version }) => `${id} (version ${version})`).join(', ') || 'none'}.`)
else if (!/^[0-9a-f]{32}$/.test(values.seed ?? '')) end('A seed is 32 hexadecimal digits: --seed 00112233445566778899aabbccddeeff')
else {
  const { evidence, truth } = lab.generate(values.seed ?? '')
  if (values.truth) console.log(JSON.stringify(truth, null, 2))
  else
    for (const { id, columns, rows } of evidence.tables)
      console.log(stringify([['row', ...columns.map((column) => `${id}.${column.id}`)], ...rows.map((row) => [row.id, ...row.cells])]))
}

function end(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
