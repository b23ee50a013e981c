import { ruleTable } from '@whybounce/knowledge';

/** A range of enhanced status codes that an entry names: `5.7.606-649`. */
interface Range {
  readonly text: string;
  /** `5.7` */
  readonly subject: string;
  readonly from: number;
  readonly to: number;
}

let codes: ReadonlySet<string> | undefined;
let ranges: readonly Range[] = [];

/**
 * The code whose page tells of a code: itself where an entry uses it, else the same for 4 and 5 alike
 * (`X.7.26`), else the range that holds it. Null where no page is sure to exist: every code that an entry
 * uses has one, and registered codes that no refusal uses do not come up here.
 */
export function listedCode(text: string): string | null {
  const parts = /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (parts === null) return /^[2-6]\d\d$/.test(text) && known().has(text) ? text : null;
  const [digit, subject, detail] = [parts[1], Number(parts[2]), Number(parts[3])];
  const written = `${digit}.${subject}.${detail}`;
  if (known().has(written)) return written;
  const either = `X.${subject}.${detail}`;
  if (known().has(either)) return either;
  return (
    ranges.find((range) => range.subject === `${digit}.${subject}` && range.from <= detail && detail <= range.to)
      ?.text ?? null
  );
}

function known(): ReadonlySet<string> {
  if (codes !== undefined) return codes;
  const all = new Set<string>();
  for (const { rules } of ruleTable.systems)
    for (const { codes: own } of rules) for (const code of own) all.add(code.replace(/^x/, 'X'));
  ranges = [...all].flatMap((text) => {
    const parts = /^([45]\.\d{1,3})\.(\d{1,3})-(\d{1,3})$/.exec(text);
    return parts === null ? [] : { text, subject: parts[1] as string, from: Number(parts[2]), to: Number(parts[3]) };
  });
  codes = all;
  return all;
}
