import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/_adapter/request-language.ts')

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { tsconfigPath: 'tsconfig.json' },
  // These open files or sockets of their own; bundling them gains nothing.
  serverExternalPackages: ['pg', 'pg-boss', 'nodemailer'],
  compress: false, // what serves it compresses a page as a whole
  // Pictures are served as they are: nothing is fetched or scaled on demand.
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
}

export default withNextIntl(config)
