// npm run demo:remove: drops the database of the made-up organisation, whole.
import { rmSync } from 'node:fs'
import { dropDemo } from '#db/demo'
import { readEnvironment } from '#db/environment'
import { endWith } from '../bootstrap/steps.mjs'
import { withServer } from './with-server.ts'

async function remove(): Promise<void> {
  const settings = readEnvironment()
  const wasThere = await withServer(settings, (owner) => dropDemo(owner))
  rmSync(settings.demoDir, { recursive: true, force: true })
  console.log(wasThere ? 'The demonstration is removed.' : 'There is no demonstration.')
}

await remove().catch(endWith)
process.exit()
