import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks types, tests included; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The database, the engine and the loggers are made by lib/runtime before Next starts; none belongs in a bundle.
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'undici', 'pino'],
  experimental: {
    serverActions: { bodySizeLimit: '7mb' },
    // A page's code is loaded when it is first asked for: all of them took a fifth of the processor time of a start.
    preloadEntriesOnStart: false,
  },
  // Browsers ask for it by that name wherever a page names no icon.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // Where the stages of the catalogue were listed; they are portal products among others.
  redirects: async () => [
    { source: '/console/portal', destination: '/console/portal-products', permanent: false },
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
      ],
    },
  ],
};

export default config;
