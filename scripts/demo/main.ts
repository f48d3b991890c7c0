// npm run demo: makes the made-up organisation beside the installation's own; `npm start` serves it.
import { parseArgs } from 'node:util'
import type { ClientConfig } from 'pg'
import { type DemoSize, demoSize, demoState } from '#db/demo'
import { readEnvironment } from '#db/environment'
import { StartRefused } from '#db/refusal'
import { accounts, addressOf } from '#domain/demo/organisation'
import { hashPassword } from '#services/account/password-hash'
import { newDemoPassword } from '#services/demo/password'
import { endWith, step } from '../bootstrap/steps.mjs'
import { makeDemo, usualDemo } from './make-demo.ts'
import { withServer } from './with-server.ts'

function readOptions(): Partial<DemoSize> {
  const { values } = parseArgs({ options: { people: { type: 'string' }, seed: { type: 'string' } } })
  const people = Number(values.people ?? usualDemo.people)
  const seed = Number(values.seed ?? usualDemo.seed)
  if (!Number.isInteger(people) || people < 20 || people > 200_000)
    throw new StartRefused('--people must be a whole number from 20 to 200000.')
  if (!Number.isInteger(seed) || Math.abs(seed) >= 2 ** 31) throw new StartRefused('--seed must be a whole number.')
  return { ...(values.people && { people }), ...(values.seed && { seed }) }
}

/** @throws StartRefused when the one that is there is not the one asked for. */
async function refuseOther(owner: ClientConfig, asked: Partial<DemoSize>): Promise<void> {
  const { people, seed } = await demoSize(owner)
  if ((asked.people ?? people) === people && (asked.seed ?? seed) === (seed ?? asked.seed)) return
  const size = `${people} people${seed === undefined ? '' : `, seed ${seed}`}`
  throw new StartRefused(
    `A demonstration of another size is there already (${size}). To have the one you ask for, take it away first: npm run demo:remove`,
  )
}

async function demo(): Promise<void> {
  const asked = readOptions()
  const options = { ...usualDemo, ...asked }
  const settings = readEnvironment()
  if (!settings.isLocal)
    throw new StartRefused('The demonstration is for this machine alone: it is refused while PUBLIC_URL is not a loopback address.')
  const password = newDemoPassword()
  const isMade = await withServer(settings, async (owner, secret) => {
    if ((await demoState(owner)) === 'complete') {
      await refuseOther(owner, asked)
      return false
    }
    await step(
      'demo',
      async () => makeDemo(owner, secret, await hashPassword(password), options),
      () => `${options.people} people`,
    )
    return true
  })
  const where = `\`npm start\` serves it at ${settings.demoUrl}, beside your own; \`npm run demo:remove\` takes it away.`
  if (isMade) console.log(`\nThe demonstration is made. ${where}\nThe password of every account, shown this once: ${password}`)
  else console.log(`\nThe demonstration is there already. ${where}`)
  console.log(`Accounts: ${accounts.map(addressOf).join(', ')}`)
}

await demo().catch(endWith)
process.exit()
