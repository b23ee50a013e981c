/**
 * The way in which the names of mail servers are written in the knowledge: `*.example.net`, `mx#.example.com`,
 * `alt#.mx.example.com`. It is compared label by label from the end, so that `mx1.example.com.evil.example` and
 * `evilexample.com` match nothing, and no text makes it slow.
 */
export interface HostPattern {
  /** The labels at the end that hold no `#` and no `*`: what an index can look up. */
  readonly tail: string;
  /** How much of the name is said: of two patterns with one tail, the higher is the more specific. */
  readonly weight: number;
  matches(labels: readonly string[]): boolean;
}

/** Reads a pattern; see `MailHost.hosts` for what stands for what. */
export function hostPattern(text: string): HostPattern {
  const written = text.split('.');
  const open = written[0] === '*' && written.length > 1;
  const labels = open ? written.slice(1) : written;
  const firstPlain = labels.findLastIndex((label) => /[*#]/.test(label)) + 1;
  const tests = labels.map(labelTest);
  return {
    tail: labels.slice(firstPlain).join('.'),
    weight: text.replace(/[*#]/g, '').length * 2 + (open ? 0 : 1),
    matches(name) {
      const extra = name.length - labels.length;
      if (open ? extra < 1 : extra !== 0) return false;
      return tests.every((test, at) => test(name[at + extra] ?? ''));
    },
  };
}

type LabelTest = (label: string) => boolean;

function labelTest(written: string): LabelTest {
  const star = written.indexOf('*');
  if (star === -1) {
    if (!written.includes('#')) return (label) => label === written;
    return (label) => afterDigits(label, written, 0) === label.length;
  }
  const head = written.slice(0, star);
  // read from its end, `ab#` is `#ba`: what stands after the star is held against the label's end in the same way
  const tail = reversed(written.slice(star + 1));
  return (label) => {
    const from = afterDigits(label, head, 0);
    if (from === -1) return false;
    const to = afterDigits(reversed(label), tail, 0);
    return to !== -1 && from + to <= label.length;
  };
}

/** Where a label goes on after what is written, `#` taking all digits there are; -1 where it is something else. */
function afterDigits(label: string, written: string, start: number): number {
  let at = start;
  for (const letter of written) {
    if (letter !== '#') {
      if (label[at] !== letter) return -1;
      at += 1;
      continue;
    }
    const from = at;
    while (isDigit(label[at])) at += 1;
    if (at === from) return -1;
  }
  return at;
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9';
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
