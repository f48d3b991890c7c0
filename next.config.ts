import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/_adapter/request-language.ts')

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { tsconfigPath: 'tsconfig.json' },
  // These open files or sockets of their own; bundling them gains nothing.
  serverExternalPackages: ['pg', 'pg-boss', 'nodemailer'],
  // Pages get their headers from `proxy.ts`, which built files do not pass.
  headers: async () => [{ source: '/_next/static/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] }],
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
}

export default withNextIntl(config)
