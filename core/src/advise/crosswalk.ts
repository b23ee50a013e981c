import {
  type CrosswalkRow,
  crosswalkTable,
  type ReasonId,
  sisimaiHardReasons,
  type VendorClass,
} from '@whybounce/knowledge';
import type { Permanence } from '../match/permanence.ts';

/** A diagnosis in the words of other classifiers; null where that vendor has no class for it. */
export interface Crosswalk {
  readonly sisimai: { readonly reason: string | null; readonly hardBounce: boolean };
  readonly kumomta: string | null;
  readonly sparkpost: number | null;
  readonly amazonSes: string | null;
  readonly postmark: string | null;
  readonly mailgun: string | null;
  readonly sendgrid: string | null;
  readonly postalsys: string | null;
  readonly zoneMta: string | null;
}

/**
 * Speaks a reason in the vocabularies of nine other classifiers.
 *
 * @param own classes of the rule that read the words, where a vendor files these words elsewhere than the rest of the reason
 */
export function crosswalk(reason: ReasonId, permanence: Permanence, own?: Partial<CrosswalkRow>): Crosswalk {
  if (own !== undefined) return translate({ ...crosswalkTable[reason], ...own }, permanence);
  const key = `${reason} ${permanence}`;
  let known = translated.get(key);
  if (known === undefined) {
    known = translate(crosswalkTable[reason], permanence);
    translated.set(key, known);
  }
  return known;
}

/** There are as many translations as reasons times three: each is made once and shared. */
const translated = new Map<string, Crosswalk>();

function translate(row: CrosswalkRow, permanence: Permanence): Crosswalk {
  const sisimai = best(row.sisimai);
  return Object.freeze({
    sisimai: Object.freeze({
      reason: sisimai,
      // "notaccept" is hard only where the server said so for good
      hardBounce:
        sisimai !== null && sisimaiHardReasons.has(sisimai) && !(sisimai === 'notaccept' && permanence === 'temporary'),
    }),
    kumomta: best(row.kumomta),
    sparkpost: best(row.sparkpost),
    amazonSes: best(row.amazonSes),
    postmark: best(row.postmark),
    mailgun: best(row.mailgun),
    sendgrid: best(row.sendgrid),
    postalsys: best(row.postalsys),
    zoneMta: best(row.zoneMta),
  });
}

function best<T>(vendorClass: VendorClass<T>): T | null {
  return Array.isArray(vendorClass) ? ((vendorClass as readonly T[])[0] ?? null) : (vendorClass as T | null);
}
