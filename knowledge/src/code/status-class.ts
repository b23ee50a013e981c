import type { StatusClass } from './define.ts';

/** The first digit: how it ended. It is what the sender of the code claims, not always what it means. */
export const statusClasses: readonly StatusClass[] = [
  {
    digit: 2,
    name: 'Success',
    means: 'The message was delivered or passed on. The rest of the code tells something about how.',
  },
  {
    digit: 4,
    name: 'Persistent transient failure',
    means:
      'It did not work for now, and the same message may go through later. Where a bounce bears it, the sending server has given up waiting.',
  },
  {
    digit: 5,
    name: 'Permanent failure',
    means:
      'The same message will be refused again, so something has to change first. That it is the address which is wrong does not follow from this.',
  },
];
