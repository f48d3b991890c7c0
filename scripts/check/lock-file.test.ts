import { expect, test } from 'vitest'
import { missingPlatformPackages } from '../complete-lock.mjs'
import { type Lock, lockProblems } from './lock-file.ts'

const manifest = { dependencies: { next: '16.0.0' } }
const next = { version: '16.0.0', integrity: 'sha512-x' }
const lockOf = (packages: Lock['packages']): Lock => ({ packages: { '': manifest, 'node_modules/next': next, ...packages } })

test('finds nothing in a lock file that is whole', () => {
  expect(lockProblems(lockOf({}), manifest)).toEqual([])
})

test('refuses addresses, missing hashes, loose ranges and a list that differs', () => {
  const problems = (packages: Lock['packages'], asked: object = manifest) => lockProblems(lockOf(packages), asked).join('\n')
  expect(problems({ 'node_modules/a': { version: '1.0.0', integrity: 'x', resolved: 'https://example.com/a.tgz' } })).toMatch(
    /^node_modules\/a names the address/,
  )
  expect(problems({ 'node_modules/a': { version: '1.0.0' } })).toMatch(/no integrity hash/)
  expect(problems({ 'node_modules/a': { version: '1.0.0', optional: true } })).toBe('')
  expect(problems({}, { dependencies: { next: '^16.0.0' } })).toMatch(/name one exact version/)
  expect(problems({}, { dependencies: { next: '16.0.0', zod: '4.0.0' } })).toMatch(/disagree about dependencies/)
})

test('sees the packages of other platforms that are missing, and how to write them down', () => {
  const optionalDependencies = { '@next/swc-darwin-arm64': '16.0.0', '@next/swc-win32-x64-msvc': '16.0.0', fsevents: '^2.0.0' }
  const lock = lockOf({
    'node_modules/next': { ...next, optionalDependencies },
    'node_modules/@next/swc-darwin-arm64': { version: '16.0.0', optional: true },
  })
  expect(lockProblems(lock, manifest)).toEqual(['node_modules/@next/swc-win32-x64-msvc is missing for another platform: run npm run lock'])
  expect(missingPlatformPackages(lock)).toEqual({
    'node_modules/@next/swc-win32-x64-msvc': { version: '16.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
  })
})
