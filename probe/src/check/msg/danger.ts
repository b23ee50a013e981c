import type { Seen, Severity } from '@whybounce/core/check';
import { listed } from '../../fact/list-words.ts';
import { messageHtml, messageParts } from '../../fact/message-content.ts';
import type { ActiveKind } from '../../message/html-content.ts';
import { type FileRisk, riskyFiles } from '../../message/risky-file.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

interface Danger {
  readonly severity: Severity;
  readonly words: (what: string) => string;
  readonly fix: string;
}

const active: Readonly<Record<ActiveKind, Danger>> = {
  script: {
    severity: 'critical',
    words: () => 'a script',
    fix: 'Take all scripts out of the HTML: no mail program runs them, and filters refuse them.',
  },
  frame: { severity: 'critical', words: () => 'a frame', fix: 'Replace the frame with a link to its page.' },
  object: {
    severity: 'critical',
    words: () => 'an embedded object',
    fix: 'Replace the embedded object with a picture that links to it.',
  },
  'script-link': {
    severity: 'critical',
    words: () => 'a link that would run a script',
    fix: 'Link to a page at https:// instead of javascript: or data:.',
  },
  form: {
    severity: 'high',
    words: () => 'a form',
    fix: 'Put the form on a web page and link to it: programs warn of forms in mail, or take them out.',
  },
  refresh: { severity: 'medium', words: () => 'a redirect to another page', fix: 'Take the meta refresh out.' },
  'event-handler': {
    severity: 'medium',
    words: (what) => `a handler that would run a script, ${what}`,
    fix: 'Take attributes such as onclick and onload out: mail programs drop them.',
  },
};

const files: Readonly<Record<FileRisk, Danger>> = {
  runs: {
    severity: 'critical',
    words: (what) => `the program ${what}`,
    fix: 'Offer programs for download: the large providers refuse them, in archives too.',
  },
  locked: {
    severity: 'medium',
    words: (what) => `the archive ${what}, which opens with a password only`,
    fix: 'Send no archives with passwords: filters that cannot look inside refuse or hold them.',
  },
  macros: {
    severity: 'medium',
    words: (what) => `the document ${what}, which may hold macros`,
    fix: 'Send documents in a format without macros, such as .docx, .xlsx or PDF.',
  },
  page: {
    severity: 'medium',
    words: (what) => `the page ${what} as a file`,
    fix: 'Link to the page instead of attaching it: attached HTML and SVG files are a way of phishing.',
  },
};

/** Hidden characters beyond what a preview line needs; newsletters have parts for small screens as well. */
const MUCH_HIDDEN = 600;
const MAX_SHOWN = 10;

export default defineCheck({
  id: 'msg.danger',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'critical',
  title: 'Nothing in the message that filters stop',
  about:
    'Scripts, frames, forms, programs and archives that cannot be looked into: mail programs take them out and filters refuse the message. Data for machines (schema.org) and hidden preview lines are allowed and not counted.',
  remedy: 'Take what is named out of the message and link to it on a web page.',
  source: 'https://support.google.com/mail/answer/6590; https://support.google.com/a/answer/81126',
  async run(context) {
    const { parts } = await messageParts(context);
    const htmls = await messageHtml(context);
    const found: { readonly danger: Danger; readonly says: string; readonly seen: Seen }[] = [];
    for (const { kind, quote } of htmls.flatMap((own) => own.active)) {
      const danger = active[kind];
      found.push({
        danger,
        says: danger.words(quote.split(/[ =>]/)[1] ?? ''),
        seen: { of: 'HTML', value: quote.slice(0, 300) },
      });
    }
    for (const { risk, name, archive } of riskyFiles(parts)) {
      const danger = files[risk];
      const where = archive === null ? name : `${name} in ${archive}`;
      found.push({ danger, says: danger.words(where), seen: { of: 'attachment', value: where } });
    }
    for (const { hidden, visible } of htmls)
      if (hidden.length > MUCH_HIDDEN && hidden.length > visible.length / 2)
        found.push({
          danger: {
            severity: 'low',
            words: () => '',
            fix: 'Take hidden text out, except for a short preview line and what is shown on small screens instead.',
          },
          says: `${hidden.length} characters of text that is not shown, beside ${visible.length} that are`,
          seen: { of: 'hidden text', value: `${hidden.slice(0, 200)}…` },
        });
    if (found.length === 0)
      return pass('The message holds no script, frame, form, program or other thing that filters stop.');
    const worst = severities.find((severity) => found.some(({ danger }) => danger.severity === severity)) ?? 'low';
    const says = `The message holds ${listed([...new Set(found.map((one) => one.says))])}.`;
    const more = {
      seen: found.slice(0, MAX_SHOWN).map(({ seen }) => seen),
      fix: [...new Set(found.map(({ danger }) => danger.fix))].join(' '),
      severity: worst,
    };
    return worst === 'medium' || worst === 'low' ? warn(says, more) : fail(says, more);
  },
});

const severities = ['critical', 'high', 'medium', 'low'] as const;
