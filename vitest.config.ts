import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['source'] };

// The time-out is the guard against hangs too: hostile inputs in tests are so large that whatever is
// worse than linear outlasts it. How long things take is measured in bench/.
const testTimeout = 30_000;

/** Tests that replace modules or globals: with shared modules, others would meet the replacement. */
const replacing = [
  'probe/src/probe.test.ts',
  'web/src/browser/service-worker.test.ts',
  'web/src/browser/decoder/history.test.ts',
];

export default defineConfig({
  test: {
    // by default one of two cores stays idle; tests of browsers and servers mostly wait
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve,
        ssr: { resolve },
        // Tests beside the code share their modules: loading them anew for each of hundreds of files took longer than all tests.
        test: {
          name: 'beside',
          include: ['{knowledge,core,web,probe,server,cli}/src/**/*.test.{ts,tsx}'],
          exclude: replacing,
          isolate: false,
          testTimeout,
        },
      },
      {
        resolve,
        ssr: { resolve },
        test: { name: 'across', include: ['{test,tools}/**/*.test.ts', ...replacing], testTimeout },
      },
    ],
  },
});
