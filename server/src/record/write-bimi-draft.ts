import { lintBimi, parseBimi, writeBimi } from '@whybounce/core/record';
import { type Draft, oneValue, pathFor, type RecordFields, writeBimiWording } from '@whybounce/web';
import { InputError } from './input-error.ts';
import { isUnchanged } from './is-unchanged.ts';
import { publishedTexts } from './published-texts.ts';
import type { World } from './world.ts';

/** Writes the BIMI record of a domain. */
export async function writeBimiDraft(domain: string, fields: RecordFields, { dns }: World): Promise<Draft> {
  const selector = oneValue(fields, 'selector') || 'default';
  const evidence = oneValue(fields, 'evidence');
  const propose = (record: string | null): ReturnType<typeof writeBimi> => {
    try {
      return writeBimi({
        domain,
        selector,
        logo: oneValue(fields, 'logo'),
        evidence: evidence === '' ? undefined : evidence,
        record,
      });
    } catch (error) {
      // its message says which address is none, and what to write
      if (error instanceof RangeError) throw new InputError(error.message);
      throw error;
    }
  };
  const { name } = propose(null).record;
  const live = await publishedTexts(name, dns, () => true);
  const { record, changes } = propose(live.texts[0] ?? null);
  return {
    domain,
    live,
    parts: [record],
    // an empty tag says that there is no certificate, and not where it is
    changes: changes.map((change) =>
      change.to === 'a=' && change.why !== null ? { ...change, why: writeBimiWording.noEvidence } : change,
    ),
    toDelete: live.texts.length > 1 ? live.texts.map((text) => ({ name, text })) : [],
    findings: lintBimi(parseBimi(record.text)),
    refused: [],
    steps: [...(isUnchanged(changes) ? [] : [writeBimiWording.publishStep(name)]), writeBimiWording.dmarcStep],
    checkAt: pathFor('/check/domain', domain),
  };
}
