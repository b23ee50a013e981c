import { describe, expect, it } from 'vitest';
import { MAX_FILE_NAME, MAX_STEPS } from '../limits.ts';
import { decoderForm } from './decoder-form.ts';
import type { Field } from './field.ts';

const field = (name: string, value: string | Buffer, filename: string | null = null): Field => ({
  name,
  filename,
  bytes: Buffer.from(value as string),
});

describe('decoderForm', () => {
  it('reads an empty form', () => {
    expect(decoderForm([])).toEqual({ text: '', files: [], host: null, number: null, steps: [], example: null });
  });

  it('reads what the page sends with an answer', () => {
    const form = decoderForm([
      field('text', '550 5.4.1 Access denied'),
      field('host', ' mx.example.net '),
      field('number', '3'),
      field('answered', 'control-recipient-same-domain:yes'),
      field('answered', 'sender-change:'),
      field('answer', 'forwarded:no'),
      field('unknown', 'x'),
    ]);
    expect(form).toEqual({
      text: '550 5.4.1 Access denied',
      files: [],
      host: 'mx.example.net',
      number: 3,
      steps: [{ answer: 'control-recipient-same-domain:yes' }, { skip: 'sender-change' }, { answer: 'forwarded:no' }],
      example: null,
    });
  });

  it('takes the button that was pressed after what was answered before, wherever it stands', () => {
    const form = decoderForm([field('skip', 'forwarded'), field('answered', 'sender-change:yes')]);
    expect(form.steps).toEqual([{ answer: 'sender-change:yes' }, { skip: 'forwarded' }]);
  });

  it.each([
    ['number', '-1'],
    ['number', '1e3'],
    ['number', '99999999'],
    ['answer', 'forwarded'],
    ['answer', 'a:b:c'],
    ['answer', '<script>:yes'],
    ['answered', ''],
    ['answered', ':'],
    ['skip', ''],
    ['skip', 'a b'],
    ['skip', 'x'.repeat(100)],
  ])('refuses %s=%j', (name, value) => {
    expect(() => decoderForm([field(name, value)])).toThrow(expect.objectContaining({ fault: 'field-value' }));
  });

  it('refuses more answers than there are questions', () => {
    const steps = Array.from({ length: MAX_STEPS + 1 }, () => field('answered', 'forwarded:no'));
    expect(() => decoderForm(steps)).toThrow(expect.objectContaining({ fault: 'too-many-fields' }));
  });

  it('refuses text that is no UTF-8', () => {
    expect(() => decoderForm([field('text', Buffer.from([0xe4]))])).toThrow(
      expect.objectContaining({ fault: 'charset' }),
    );
  });

  it.each([
    ['bounce.eml', 'bounce.eml'],
    ['C:\\Users\\jo\\bounce.eml', 'bounce.eml'],
    ['../../etc/passwd', 'passwd'],
    ['a%22b%0D%0A.eml', 'a"b  .eml'],
    ['\u202egnp.eml\u0007', 'gnp.eml'],
    ['x'.repeat(300), 'x'.repeat(MAX_FILE_NAME)],
    ['/', 'file without a name'],
  ])('shows the file %j as %j', (sent, shown) => {
    expect(decoderForm([field('file', 'x', sent)]).files).toEqual([{ name: shown, content: Buffer.from('x') }]);
  });

  it('leaves out the file that was not chosen, and keeps one that is empty', () => {
    expect(decoderForm([field('file', '', ''), field('file', '', 'empty.eml')]).files).toMatchObject([
      { name: 'empty.eml' },
    ]);
  });
});
