import { expect, test } from 'vitest';
import { type Latest, latest } from './latest.ts';

interface Trial {
  readonly asker: Latest<string>;
  /** Questions that were sent on. */
  readonly sent: string[];
  readonly shown: string[];
  /** Settles the oldest question that is under way. */
  settle(how?: 'fail'): Promise<void>;
}

function trial(): Trial {
  const sent: string[] = [];
  const shown: string[] = [];
  const open: { resolve: (answer: string) => void; reject: (error: Error) => void }[] = [];
  const asker = latest(
    (question: string) => {
      sent.push(question);
      return new Promise<string>((resolve, reject) => open.push({ resolve, reject }));
    },
    (question, answer) => shown.push(`${question}: ${answer}`),
    (question, error) => shown.push(`${question}: ${(error as Error).message}`),
  );
  return {
    asker,
    sent,
    shown,
    async settle(how) {
      const { resolve, reject } = open.shift() ?? { resolve: () => undefined, reject: () => undefined };
      if (how === 'fail') reject(new Error('failed'));
      else resolve('found');
      await new Promise((done) => setTimeout(done));
    },
  };
}

test('typing asks one question at a time, the newest next', async () => {
  const { asker, sent, shown, settle } = trial();
  for (const text of ['m', 'ma', 'mai', 'mail']) asker.ask(text);
  expect(sent).toEqual(['m']);
  await settle();
  expect(shown).toEqual([]);
  expect(sent).toEqual(['m', 'mail']);
  await settle();
  expect(shown).toEqual(['mail: found']);
});

test('an answer to what is no longer asked is dropped, a failure too', async () => {
  const { asker, shown, settle } = trial();
  asker.ask('old');
  asker.drop();
  await settle();
  asker.ask('older');
  asker.ask('new');
  await settle('fail');
  await settle();
  expect(shown).toEqual(['new: found']);
});

test('after a failure the next question is asked', async () => {
  const { asker, shown, settle } = trial();
  asker.ask('first');
  await settle('fail');
  asker.ask('second');
  await settle();
  expect(shown).toEqual(['first: failed', 'second: found']);
});
