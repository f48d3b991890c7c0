import { describe, expect, it } from 'vitest'
import { contentPolicy, isAskedHere, isForeign, securityHeaders } from './security-headers.ts'

const https = { isHttps: true, isDevelopment: false }
const http = { isHttps: false, isDevelopment: false }

describe('the content policy', () => {
  it('lets no script in that does not carry the nonce of its page, and nothing from elsewhere', () => {
    const policy = contentPolicy('abc', https)
    expect(policy).toContain("default-src 'self';")
    expect(policy).toContain("script-src 'self' 'nonce-abc';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy.split('; ').find((part) => part.startsWith('script-src'))).not.toMatch(/unsafe/)
    expect(policy).not.toMatch(/https?:|\*/)
  })
})

describe('the headers', () => {
  it('pin https only where there is https', () => {
    expect(securityHeaders('abc', https)['Strict-Transport-Security']).toBe('max-age=31536000')
    expect(securityHeaders('abc', http)['Strict-Transport-Security']).toBeUndefined()
    expect(securityHeaders('abc', http)).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' })
  })
})

describe('a request from another site', () => {
  const site = 'https://casebook.example'
  const asked = (headers: Record<string, string>, method = 'POST', publicUrl = site) =>
    isForeign({ method, headers: new Headers(headers) }, publicUrl)

  it.each([
    ['origin', 'https://evil.example'],
    ['origin', 'http://casebook.example'],
    ['origin', 'https://casebook.example:8443'],
    ['origin', 'https://casebook.example.evil.example'],
    ['origin', 'null'],
    ['origin', ''],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
  ])('is refused: %s %s', (name, value) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(asked({ [name]: value }, method)).toBe(true)
  })

  it('is no matter when it only reads', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(asked({ origin: 'https://evil.example' }, method)).toBe(false)
  })

  it('is not one from this site, nor from a program that is no browser', () => {
    expect(asked({ origin: site })).toBe(false)
    expect(asked({ 'sec-fetch-site': 'same-origin' })).toBe(false)
    expect(asked({})).toBe(false)
  })

  it('did not ask for a page here, nor did an address that was typed, kept or sent', () => {
    const isHere = (from: string) => isAskedHere(new Headers({ 'sec-fetch-site': from }))
    expect(['cross-site', 'same-site', 'none', ''].filter(isHere)).toEqual([])
    expect(isHere('same-origin')).toBe(true)
    expect(isAskedHere(new Headers())).toBe(true)
  })

  it('knows the names of one machine, port by port', () => {
    const local = 'http://localhost:3000'
    for (const origin of ['http://127.0.0.1:3000', 'http://[::1]:3000', local]) expect(asked({ origin }, 'POST', local)).toBe(false)
    for (const origin of ['http://127.0.0.1:3001', 'https://localhost:3000', 'http://localhost.evil.example:3000'])
      expect(asked({ origin }, 'POST', local)).toBe(true)
  })
})
