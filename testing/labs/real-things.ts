import { isIPv6 } from 'node:net'

/**
 * What in a text may be somebody’s: domains that are not reserved (RFC 2606), and addresses outside the ranges for documentation (RFC 5737,
 * RFC 3849). A time such as 10:20:30 has too few parts for an address.
 */
export function realThings(text: string): string[] {
  const domains = text.match(/\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,})\b/giu) ?? []
  const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/gu) ?? []
  const longer = (text.match(/(?<![\w.:])(?:[\da-fA-F]{1,4}:|:)[\da-fA-F]*:[\da-fA-F:.]*/g) ?? []).map((one) =>
    one.replace(/(?<!:):$|\.+$/u, ''),
  )
  return [
    ...domains.filter((domain) => !isReserved(domain)),
    ...addresses.filter((address) => !isOurs(address)),
    ...longer.filter((address) => isIPv6(address) && !/^2001:0?db8:/iu.test(address)),
  ]
}

const isReserved = (domain: string) =>
  /\.(example|test|invalid|localhost)$/iu.test(domain) || /\.(exe|dll|msi|zip|pdf|docx?|xlsx?|csv|log|txt|pkg|pptx?)$/iu.test(domain)

const isOurs = (address: string) => /^(192\.0\.2|198\.51\.100|203\.0\.113)\./u.test(`${address}.`)
