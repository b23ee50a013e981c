import { decode } from '../../core/src/index.ts';
import { returnedMessageAt } from '../../core/src/read/returned-message.ts';
import * as markerLists from '../../knowledge/src/marker/index.ts';
import { isNotRaised } from './same-source.ts';
import type { PhraseRow } from './source-rows.ts';

const markers = Object.values(markerLists).flat();

/** Whether a phrase that tells what a mail or a section of it is, is known: as a marker, or by how a report is read. */
export function isMarkerHeld(row: PhraseRow): boolean {
  return isMarker(row) || isReadAsTitle(row);
}

function isMarker({ phrase, alternatives, lang, source, evidence }: PhraseRow): boolean {
  const forms = [phrase, ...(alternatives ?? [])].map((form) => form.toLowerCase());
  const project = /^[\w-]+/.exec(source.toLowerCase())?.[0] ?? source;
  return markers.some(
    (marker) =>
      marker.language === lang &&
      forms.some((form) => form.includes(marker.text) || marker.text.includes(form)) &&
      isNotRaised(marker.grade, evidence) &&
      (evidence === 'believed' || marker.source.toLowerCase().includes(project)),
  );
}

/** Titles of sections in the reports of Exchange, which the reader knows; a name of a server by its form alone. */
function isReadAsTitle({ phrase, meaning }: PhraseRow): boolean {
  if (/admin diagnostics/.test(meaning)) return isRead(phrase, 'Generating server');
  if (/generating server/.test(meaning)) return isRead('Diagnostic information for administrators', phrase);
  return /original headers/.test(meaning) && returnedMessageAt(`ex01.example.com\n${phrase}:\n\nFrom: x\n`) > 0;
}

function isRead(diagnosticTitle: string, serverTitle: string): boolean {
  const letter = `From: postmaster@example.com
Subject: Undeliverable: News
Content-Type: text/plain; charset=utf-8

${diagnosticTitle}:

${serverTitle}: ex01.example.com

anna@example.net
mx.example.net #550 5.1.1 User unknown ##
`;
  const [event] = decode(new TextEncoder().encode(letter), { name: 'report' });
  return (
    event?.recipient === 'anna@example.net' &&
    event.reportingMta === 'ex01.example.com' &&
    event.diagnostic === '550 5.1.1 User unknown'
  );
}
