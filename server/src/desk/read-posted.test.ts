import type { FailureView, SheetView } from '@whybounce/web/desk';
import { describe, expect, it } from 'vitest';
import type { DecoderForm } from '../form/decoder-form.ts';
import { MAX_CARRIED_BYTES } from '../limits.ts';
import { type ReadingDesk, readPosted } from './read-posted.ts';

const empty: DecoderForm = { text: '', files: [], host: null, number: null, steps: [], example: null };
const examples = (id: string): string | null => (id === 'full' ? '552 5.2.2 Mailbox full' : null);

/** A desk that writes down what it is asked, and answers with the little that is looked at. */
function recordingDesk() {
  const calls: unknown[][] = [];
  const answered: { test: string; answer: { id: string } | null }[] = [];
  const view = (number: number): FailureView =>
    ({ number, verdict: { answered: [...answered] } }) as unknown as FailureView;
  const desk: ReadingDesk = {
    read: async (inputs) => {
      calls.push(['read', ...inputs]);
      return { overview: null, list: null, first: view(4), unread: [] } as SheetView;
    },
    open: async (number) => {
      calls.push(['open', number]);
      if (number > 9) throw new RangeError('there is no such event');
      return view(number);
    },
    answer: async (number, observation) => {
      calls.push(['answer', number, observation]);
      answered.push({ test: observation.split(':')[0] ?? '', answer: { id: observation } });
      return view(number);
    },
    skip: async (number, test) => {
      calls.push(['skip', number, test]);
      answered.push({ test, answer: null });
      return view(number);
    },
  };
  return { desk, calls };
}

describe('readPosted', () => {
  it('reads text and files, and shows the event that the desk shows first', async () => {
    const { desk, calls } = recordingDesk();
    const file = { name: 'a.eml', content: new Uint8Array([1]) };
    const read = await readPosted(desk, { ...empty, text: '550 no', host: 'mx.example.net', files: [file] }, examples);
    expect(calls).toEqual([['read', { name: 'pasted', content: '550 no', host: 'mx.example.net' }, file]]);
    expect(read).toMatchObject({ text: '550 no', carried: null, sheet: { first: { number: 4 } } });
  });

  it('says answers in their order to the event that is named, and sends them back', async () => {
    const { desk, calls } = recordingDesk();
    const steps = [{ answer: 'forwarded:no' }, { skip: 'sender-change' }] as DecoderForm['steps'];
    const read = await readPosted(desk, { ...empty, text: '550 no', number: 2, steps }, examples);
    expect(calls.slice(1)).toEqual([
      ['answer', 2, 'forwarded:no'],
      ['skip', 2, 'sender-change'],
    ]);
    expect(read.carried).toEqual({ text: '550 no', host: null, answers: ['forwarded:no', 'sender-change:'] });
    expect(read.sheet.first.number).toBe(2);
  });

  it('says answers without a number to the event that is shown first', async () => {
    const { desk, calls } = recordingDesk();
    await readPosted(
      desk,
      { ...empty, text: '550 no', steps: [{ skip: 'forwarded' }] as DecoderForm['steps'] },
      examples,
    );
    expect(calls[1]).toEqual(['skip', 4, 'forwarded']);
  });

  it('takes an example instead of what stands in the field', async () => {
    const { desk } = recordingDesk();
    const read = await readPosted(desk, { ...empty, text: 'half a word', example: 'full' }, examples);
    expect(read.text).toBe('552 5.2.2 Mailbox full');
  });

  it.each([
    ['a text file', 'Grüße', true],
    ['bytes that are no text', Buffer.from([0xff, 0xfe]), false],
    ['text with a character that HTML cannot hold', 'a\0b', false],
    ['a text as long as may be', 'x'.repeat(MAX_CARRIED_BYTES), true],
    ['a longer one', 'x'.repeat(MAX_CARRIED_BYTES + 1), false],
  ])('sends back %s: %#', async (_, content, isCarried) => {
    const file = { name: 'a', content: Buffer.from(content as string) };
    const read = await readPosted(recordingDesk().desk, { ...empty, files: [file] }, examples);
    expect(read.carried !== null).toBe(isCarried);
    expect(read.text).toBe(isCarried ? content : '');
  });

  it.each([
    ['nothing', empty, 'empty'],
    ['blanks', { ...empty, text: ' \n' }, 'empty'],
    ['an unknown example', { ...empty, example: 'none' }, 'field-value'],
    ['an unknown event', { ...empty, text: 'x', number: 10 }, 'field-value'],
  ])('refuses %s', async (_, form, fault) => {
    await expect(readPosted(recordingDesk().desk, form, examples)).rejects.toMatchObject({ fault });
  });
});
