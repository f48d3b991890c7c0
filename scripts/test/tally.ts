import { step } from '../bootstrap/steps.mjs'
import type { Counts, Outcome } from './counted.ts'

const sum = ({ passed, failed }: Counts) => `${passed} passed, ${failed} failed`

/** Runs one step after another and counts what passed and failed; a step without tests of its own that fails counts as one. */
export class Tally {
  readonly #total = { passed: 0, failed: 0 }

  /** A step that must end without a problem; shows the problem it has. */
  async must(name: string, work: () => Promise<string>): Promise<boolean> {
    const found = () => work().catch((error: Error) => error.message)
    const problem = await step(name, found, (text) => (text ? 'failed' : ''))
    if (problem) this.#show(1, problem)
    return !problem
  }

  /** A step of many tests. */
  async count(name: string, work: () => Promise<Outcome>): Promise<void> {
    const { passed, failed, output } = await step(name, work, (outcome) => sum(outcome))
    this.#total.passed += passed
    if (failed > 0) this.#show(failed, output)
  }

  /** Says the sum and ends the process, which has failed when anything has. */
  end(): never {
    console.log(`\n${sum(this.#total)}`)
    process.exit(this.#total.failed > 0 ? 1 : 0)
  }

  #show(failed: number, output: string): void {
    this.#total.failed += failed
    console.error(`${output.replaceAll(/^/gm, '  | ')}\n`)
  }
}
