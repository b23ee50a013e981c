import { cleanHost } from './header-value.ts';

/** What Exchange keeps of one recipient's refusal. */
export interface SupplementaryInfo {
  readonly host: string | null;
  /** `5.1.1` */
  readonly status: string | null;
  /** `smtp;550 5.1.1 User unknown` */
  readonly diagnostic: string | null;
}

/**
 * Takes apart PidTagSupplementaryInfo ([MS-OXCMAIL] section 2.2.3.7.1.2):
 * `<mx.example.net #5.1.1 smtp;550 5.1.1 User unknown>`, and as Exchange nests it when it passes one on:
 * `<edge.example.com #<mx.example.net #5.1.1 smtp;550 5.1.1 User unknown> #SMTP#>`. The innermost one counts.
 */
export function readSupplementaryInfo(text: string | null): SupplementaryInfo {
  const line = text?.replace(/[\r\n\0]+/g, ' ').trim() ?? '';
  const found = innermost(line);
  if (found === null) return { host: null, status: null, diagnostic: line.replace(/^<|>$/g, '').trim() || null };
  const before = line.slice(0, found.at);
  const rest = line.slice(found.at + 1 + found.status.length);
  // A `>` inside the refusal (`<ann@example.net>… User unknown`) has its `<` there too.
  const end = closing(rest);
  return {
    host: cleanHost(before.slice(before.lastIndexOf('<') + 1)),
    status: found.status,
    diagnostic: rest.slice(0, end).trim() || null,
  };
}

/** The first `#5.1.1`; the `#` of the shells around it stands before a `<`. */
function innermost(line: string): { at: number; status: string } | null {
  for (let at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
    const status = /^[245]\.\d{1,3}\.\d{1,3}(?=[ >]|$)/.exec(line.slice(at + 1, at + 11))?.[0];
    if (status !== undefined) return { at, status };
  }
  return null;
}

/** Where the `>` stands that closes what was opened before `text`; its end if none does. */
function closing(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '<') open++;
    else if (sign === '>' && open-- === 0) return at;
  }
  return text.length;
}
