import { dkimKeyName, lintDkimKey, writeDkimKey } from '@whybounce/core/record';
import { readSubject } from '@whybounce/probe';
import { type Draft, oneValue, type RecordFields, writeDkimWording } from '@whybounce/web';
import { InputError } from './input-error.ts';
import { publishedTexts } from './published-texts.ts';
import type { World } from './world.ts';

/** Writes the record of a DKIM key. */
export async function writeDkimDraft(domain: string, fields: RecordFields, { dns }: World): Promise<Draft> {
  const [own] = readSubject({ domain, selectors: [oneValue(fields, 'selector')] }).selectors;
  const name = own === undefined ? null : dkimKeyName(own.selector, own.domain);
  if (name === null) throw new InputError(writeDkimWording.selector.hint);
  const live = await publishedTexts(name, dns, () => true);
  const { text, changes, problem } = writeDkimKey({
    publicKey: oneValue(fields, 'key'),
    existing: live.texts[0] ?? null,
  });
  if (text === null) throw new InputError(problem ?? writeDkimWording.key.hint);
  return {
    domain,
    live,
    parts: [{ name, type: 'TXT', text }],
    changes,
    toDelete: live.texts.length > 1 ? live.texts.map((old) => ({ name, text: old })) : [],
    findings: lintDkimKey(text),
    refused: [],
    steps: [writeDkimWording.publishStep(name), writeDkimWording.signStep],
  };
}
