import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: { include: ['{knowledge,core,cli}/src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 30_000 },
});
