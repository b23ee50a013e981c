import {
  type CrosswalkRow,
  crosswalkSources,
  crosswalkTable,
  type ReasonId,
  sisimaiHardReasons,
  type VendorClass,
} from '@whybounce/knowledge';

/** How another classifier files a refusal. */
export interface ClassifierVerdict {
  readonly vendor: keyof CrosswalkRow;
  readonly name: string;
  /** Its classes for it, the best fitting first; empty where it has none. */
  readonly classes: readonly string[];
  /** Whether it counts as a hard bounce there; null where the classifier does not say so by class. */
  readonly hardBounce: boolean | null;
  /** Where its list of classes was read. */
  readonly source: string;
}

/** The classifiers by the names that they go by. */
const names: Readonly<Record<keyof CrosswalkRow, string>> = {
  sisimai: 'Sisimai',
  kumomta: 'KumoMTA',
  sparkpost: 'SparkPost',
  amazonSes: 'Amazon SES',
  postmark: 'Postmark',
  mailgun: 'Mailgun',
  sendgrid: 'SendGrid',
  postalsys: 'Postal Systems',
  zoneMta: 'ZoneMTA',
};

/**
 * How nine other classifiers file a permanent refusal.
 *
 * @param own classes of an entry that a vendor files elsewhere than the rest of its reason
 */
export function classifierVerdicts(reason: ReasonId, own: Partial<CrosswalkRow> = {}): ClassifierVerdict[] {
  const row: CrosswalkRow = { ...crosswalkTable[reason], ...own };
  return (Object.keys(names) as (keyof CrosswalkRow)[]).map((vendor) => {
    const classes = listOf(row[vendor]);
    const hardBounce = vendor === 'sisimai' ? sisimaiHardReasons.has(classes[0] ?? '') : null;
    return { vendor, name: names[vendor], classes, hardBounce, source: crosswalkSources[vendor] };
  });
}

function listOf(classes: VendorClass<string | number>): string[] {
  if (classes === null) return [];
  return (Array.isArray(classes) ? (classes as readonly (string | number)[]) : [classes as string | number]).map(
    String,
  );
}
