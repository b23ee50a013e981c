import type { RecordExplanation } from '../explanation.ts';
import type { TlsRptRecord, TlsRptTarget } from './parse.ts';

/** What each tag of the record tells senders; each place for reports stands on its own. */
export function explainTlsRpt({ list, rua }: TlsRptRecord): RecordExplanation[] {
  return list.tags.flatMap((tag): RecordExplanation[] => {
    const term = list.text.slice(...tag.span);
    if (tag.name === 'v')
      return [{ term, span: tag.span, says: `This domain wants reports on TLS, version ${tag.value}.` }];
    if (tag.name !== 'rua') return [{ term, span: tag.span, says: `Senders ignore "${tag.name}".` }];
    if (tag.repeated)
      return [{ term, span: tag.span, says: 'Senders ignore this tag: the first one of its kind counts.' }];
    return rua.map((target) => ({ term: target.uri, span: target.span, says: explainTarget(target) }));
  });
}

function explainTarget({ uri, address, host }: TlsRptTarget): string {
  if (address !== null) return `Senders mail a report on the connections of each day to ${address}.`;
  if (host !== null) return `Senders post a report on the connections of each day to ${uri}.`;
  return `No report can go to ${uri}.`;
}
