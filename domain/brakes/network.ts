/**
 * What counts as one client: an IPv4 address as it is, the /64 of an IPv6 address, which is the least a customer gets (RFC 6177).
 * Anything else stays as it is.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  const bare = address.toLowerCase().split('%')[0] ?? ''
  if (!/^[0-9a-f:]+$/.test(bare) || !bare.includes(':')) return address
  const [head = '', tail] = bare.split('::')
  const groupsOf = (part: string | undefined) => (part ? part.split(':') : [])
  const missing = tail === undefined ? 0 : 8 - groupsOf(head).length - groupsOf(tail).length
  const groups = [...groupsOf(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groupsOf(tail)]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
