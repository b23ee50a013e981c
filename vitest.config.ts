import { defineConfig } from 'vitest/config';

// The time-out is the guard against hangs too: hostile inputs in tests are so large that whatever is
// worse than linear outlasts it. How long things take is measured in bench/.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{knowledge,core,web,probe,server,cli}/src/**/*.test.{ts,tsx}', '{test,tools}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
