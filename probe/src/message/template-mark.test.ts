import { expect, it } from 'vitest';
import { templateMarks } from './template-mark.ts';

it.each([
  'Hi {{first_name}}',
  'Hi {{ contact.FIRSTNAME | default: "you" }}',
  '{{#if premium}}',
  '{{{raw}}}',
  '{% if user %}',
  'Hi *|FNAME|*',
  '*|IF:VIP|*',
  'Dear %%First Name%%',
  '[[first_name]]',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the mark
  'Hi ${user.name}',
  'Hi <%= name %>',
  'Hi ##name##',
  'Hello undefined,',
  'Dear null!',
  'Dear [object Object],',
  'Lorem ipsum dolor sit amet',
])('finds a mark in %s', (text) => {
  expect(templateMarks(text, 'HTML')).toMatchObject([{ where: 'HTML' }]);
});

it.each([
  'Save 100%% of it',
  'f(x) = {x}, a[i], {{}} and {{1}}',
  'pay $5 {today}',
  '**bold** and ## heading ##',
  'The value may be null or undefined.',
  'Hello Nullius, hello Noname',
  '[1] [[2]] [a]',
  '{% 5 of 7 %}',
  '50% off%%',
])('finds none in %s', (text) => {
  expect(templateMarks(text, 'HTML')).toEqual([]);
});

it('tells each once and few of many', () => {
  expect(templateMarks('{{a}} {{a}}', 'x')).toHaveLength(1);
  expect(templateMarks(Array.from({ length: 5_000 }, (_, at) => `{{a${at}}}`).join(), 'x')).toHaveLength(20);
  for (const sign of ['{', '{{', '{{a', '%%', '*|', '[[a', '{% if ', '${a', '##a', 'Hi '])
    expect(templateMarks(sign.repeat(500_000), 'x').length).toBeLessThanOrEqual(20);
});
