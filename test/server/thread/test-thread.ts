import { serveCalls } from '../../../server/src/desk/serve-calls.ts';
import type { TestTask } from './tasks.ts';

serveCalls(async (task: TestTask): Promise<unknown> => {
  switch (task.do) {
    case 'echo':
      return task.value;
    case 'wait':
      Atomics.wait(task.gate, 0, 0);
      return 'waited';
    case 'spin':
      for (;;);
    case 'throw':
      throw new RangeError('jo@example.net cannot be read');
    case 'exit':
      return process.exit(3);
    case 'print':
      console.log('jo@example.net');
      console.error('jo@example.net');
      return null;
    case 'eat-memory': {
      const held: unknown[] = [];
      for (;;) held.push(Array.from({ length: 100_000 }, (_, i) => ({ i })));
    }
  }
});
