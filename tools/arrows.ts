/**
 * Who may import what in this house. `check-arrows.ts` holds the code to it, imports of types included.
 * Arrows point downward only, and no files import each other in a circle.
 */
export interface Arrows {
  /** Package → the packages it may import, and then by name. */
  packages: Record<string, readonly string[]>;
  /**
   * Folder of `packages/board/src` → the other folders it may import. Files directly in `src` belong to `app`; the simulation
   * beside it counts as a folder.
   */
  board: Record<string, readonly string[]>;
  /** Something foreign, with all below it → the only files that may touch it. */
  homes: Record<string, readonly string[]>;
  /** Files that are plain thinking → what they know nothing of. */
  pure: Record<string, readonly string[]>;
}

const tests = ['**/*.test.{ts,tsx}', 'packages/*/test/**'];
const frameworks = ['react', 'react-dom', 'wouter', 'radix-ui', 'tldraw', '@tldraw', '@hocuspocus'];

export const arrows: Arrows = {
  packages: {
    board: ['protocol', 'templates'],
    server: ['protocol', 'templates'],
    protocol: ['templates'],
    templates: [],
    e2e: ['protocol', 'templates'],
    bench: ['protocol', 'templates'],
    tools: [],
  },

  board: {
    app: [
      'join',
      'example',
      'versions',
      'workshop',
      'measures',
      'canvas',
      'outline',
      'report',
      'share',
      'library',
      'session',
      'ui',
      'i18n',
    ],
    join: ['session', 'ui', 'i18n'],
    workshop: ['outline', 'session', 'ui', 'i18n'],
    // It reads in the same order.
    canvas: ['outline', 'session', 'binding', 'ui', 'i18n'],
    example: ['measures', 'canvas', 'outline', 'binding', 'ui', 'i18n'],
    measures: ['outline', 'session', 'binding', 'ui', 'i18n'],
    report: ['outline', 'session', 'ui', 'i18n'],
    outline: ['session', 'binding', 'ui', 'i18n'],
    versions: ['canvas', 'outline', 'session', 'ui', 'i18n'],
    share: ['session', 'ui', 'i18n'],
    library: ['session', 'ui', 'i18n'],
    session: ['binding'],
    binding: [],
    simulate: ['session', 'binding'],
    ui: ['i18n'],
    i18n: [],
  },

  homes: {
    tldraw: ['packages/board/src/canvas/**', 'bench/canvas/pages/**'],
    '@tldraw': [
      'packages/board/src/canvas/**',
      'bench/canvas/{pages,subjects}/**',
      'bench/server/subjects/tldraw-member.ts',
    ],
    '@hocuspocus/server': ['packages/server/src/sync/**', 'bench/server/subjects/hocuspocus-server.ts'],
    'node:sqlite': ['packages/server/src/storage/sqlite*', 'packages/server/src/storage/sqlite*/**'],
    'openid-client': ['packages/server/src/creation/identity-provider.ts'],
    s3mini: ['packages/server/src/assets/s3/**'],
    ioredis: ['packages/server/src/sync/nodes/**', 'packages/server/test/nodes*'],
    'prom-client': ['packages/server/src/metrics/**'],
    pg: [
      'packages/server/src/storage/postgres*',
      'packages/server/src/storage/postgres*/**',
      'packages/server/test/postgres*',
    ],
    'process.env': ['packages/server/src/config/config.ts', '{tools,e2e,bench}/**', ...tests],
  },

  pure: {
    'packages/board/{src/binding,simulate}/**': frameworks,
    // The outline and the report think in `.ts` and show in `.tsx`.
    'packages/board/src/{outline,report}/**/*.ts': frameworks,
    'packages/server/src/stage/**': ['fastify', '@fastify', '@hocuspocus', 'ws', 'node:sqlite', 'pg', 'kysely'],
  },
};
