// Everything that takes too long for each change: a hundred kills and the outages, every lab over five hundred seeds and in a browser,
// hostile input on every page, and the image and the proxies of the examples. With options it kills only, as they say.
import { join } from 'node:path'
import { root } from '../bootstrap/node.mjs'
import { run } from '../bootstrap/run.mjs'
import { build } from '../start/build.ts'
import { findChromium } from '../test/chromium.ts'
import { runJourneys, runVitest } from '../test/counted.ts'
import { Tally } from '../test/tally.ts'

/** Runs a script of ours and shows what it says. */
async function see(...script: string[]): Promise<string> {
  const { code, output } = await run(process.execPath, [join(root, 'scripts', ...script)])
  console.log(output)
  return code === 0 ? '' : 'see above'
}

async function everything(): Promise<void> {
  const tally = new Tally()
  if (await tally.must('build', () => build().then(() => ''))) {
    await tally.must('kills', () => see('soak', 'main.ts'))
    process.env.CASEBOOK_LAB_SEEDS = '500'
    await tally.count('labs', () => runVitest('--project', 'unit', 'domain/labs', 'testing/labs'))
    const chromium = await findChromium()
    process.env.CASEBOOK_ALL_LABS = '1'
    await tally.count('labs taken', () => runJourneys(chromium, '--project=labs'))
    process.env.CASEBOOK_HOSTILE = '1'
    await tally.count('hostile', () => runJourneys(chromium, '--project=hostile'))
    if (process.platform === 'linux' && process.getuid?.() === 0) await tally.must('examples', () => see('examples', 'main.ts', '--build'))
    else console.error('  NOT TESTED HERE: the image and the proxies of docs/examples. That needs root on Linux.')
  }
  tally.end()
}

await (process.argv.length > 2 ? import('./main.ts') : everything())
