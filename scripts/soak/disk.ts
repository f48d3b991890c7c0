import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { until } from './casebook.ts'

const bytes = 700 * 1024 * 1024
const did = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

/**
 * The disk under a data folder, of our own making where we may mount: in memory, where it can be filled, or an ext4 in a file, which can
 * fail as well. Both need root on Linux, the latter a loop device and `mkfs.ext4`.
 */
export class Disk {
  readonly #folder: string
  readonly #kind: 'none' | 'memory' | 'ext4'

  constructor(folder: string, shouldFail: boolean) {
    this.#folder = folder
    this.#kind = shouldFail && this.#format() && this.#mount() ? 'ext4' : this.#inMemory() ? 'memory' : 'none'
  }

  get canFill(): boolean {
    return this.#kind !== 'none'
  }

  get canFail(): boolean {
    return this.#kind === 'ext4'
  }

  /** Writes a file until there is no room for another byte. */
  fill(): void {
    const handle = openSync(this.#ballast, 'w')
    try {
      for (let size = 4_000_000; size >= 1; ) {
        try {
          writeSync(handle, Buffer.alloc(size))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          size = Math.floor(size / 4)
        }
      }
    } finally {
      closeSync(handle)
    }
  }

  makeRoom(): void {
    rmSync(this.#ballast)
  }

  /** The file system meets an error, as of a broken disk, and the kernel makes it read-only under whoever is writing. */
  fail(): void {
    const mounted = readFileSync('/proc/mounts', 'utf8').split('\n')
    const device = mounted.map((line) => line.split(' ')).findLast(([, at]) => at === this.#folder)?.[0] ?? ''
    writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, 'a broken disk')
  }

  /** What an operator does about it: takes the disk off once nobody holds it, checks it, and puts it back. */
  async mend(): Promise<void> {
    await until(() => did('umount', this.#folder), 'everybody to let go of the disk')
    const { status, stdout } = spawnSync('e2fsck', ['-fy', this.#image], { encoding: 'utf8' })
    if (status === null || status > 1) throw new Error(`e2fsck ended with ${status}:\n${stdout}`)
    if (!this.#mount()) throw new Error('The disk could not be mounted again.')
  }

  remove(): void {
    if (this.#kind !== 'none') did('umount', '-l', this.#folder)
    rmSync(this.#image, { force: true })
  }

  get #image(): string {
    return `${this.#folder}.ext4`
  }

  get #ballast(): string {
    return join(this.#folder, 'ballast')
  }

  #format(): boolean {
    writeFileSync(this.#image, '')
    truncateSync(this.#image, bytes)
    return did('mkfs.ext4', '-q', '-F', '-m', '0', this.#image)
  }

  #mount(): boolean {
    return did('mount', '-o', 'loop,errors=remount-ro', this.#image, this.#folder)
  }

  #inMemory(): boolean {
    return did('mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=755`, 'tmpfs', this.#folder)
  }
}
