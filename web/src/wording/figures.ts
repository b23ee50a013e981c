/** What is counted: what one of it is called, and what several are. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/** Things that are counted in sentences. */
const nouns = {
  byte: { one: 'byte', other: 'bytes' },
  check: { one: 'check', other: 'checks' },
  day: { one: 'day', other: 'days' },
  domain: { one: 'domain', other: 'domains' },
  entry: { one: 'entry', other: 'entries' },
  event: { one: 'event', other: 'events' },
  fault: { one: 'fault', other: 'faults' },
  file: { one: 'file', other: 'files' },
  hour: { one: 'hour', other: 'hours' },
  minute: { one: 'minute', other: 'minutes' },
  note: { one: 'note', other: 'notes' },
  page: { one: 'page', other: 'pages' },
  proof: { one: 'proof', other: 'proofs' },
  query: { one: 'query', other: 'queries' },
  refusal: { one: 'refusal', other: 'refusals' },
  rule: { one: 'rule', other: 'rules' },
  second: { one: 'second', other: 'seconds' },
  system: { one: 'system', other: 'systems' },
  warning: { one: 'warning', other: 'warnings' },
} as const satisfies Readonly<Record<string, Forms>>;

/** Something that {@link counted} can count. */
export type Noun = keyof typeof nouns;

/**
 * The form of a word or sentence that goes with a number. English has two (CLDR, `en`); the command starts
 * too often to load `Intl.PluralRules` for them.
 */
export function plural(number: number, forms: Forms): string {
  return number === 1 ? forms.one : forms.other;
}

/** How many there are of something: `1 rule`, `2 rules`, `12,345 rules`. */
export function counted(number: number, noun: Noun): string {
  return `${grouped(number)} ${plural(number, nouns[noun])}`;
}

/** A number with its thousands apart: `12,345`, `1,234.5`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',');
}

/** A share of 1 as whole per cent: `12 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A share of 1 in per cent where small differences count: `0.25 %`, `12.5 %`. */
export function exactPercent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 2 : 1)} %`;
}

/** A size in the unit that fits: `about 12 kB`. */
export function roughSize(bytes: number): string {
  if (bytes < 1_000) return `about ${counted(bytes, 'byte')}`;
  return bytes < 1e6 ? `about ${Math.round(bytes / 1_000)} kB` : `about ${(bytes / 1e6).toFixed(1)} MB`;
}

/** Seconds in the largest unit that fits. */
export function duration(seconds: number): string {
  const [size, unit] =
    seconds >= 172_800
      ? ([86_400, 'day'] as const)
      : seconds >= 7_200
        ? ([3_600, 'hour'] as const)
        : seconds >= 120
          ? ([60, 'minute'] as const)
          : ([1, 'second'] as const);
  return counted(Math.round(seconds / size), unit);
}

/** A moment to the minute: `2026-05-27 14:30 UTC`. */
export function clock(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
