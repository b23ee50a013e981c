import type { Marker } from '@whybounce/knowledge';

/** Whether one of the phrases stands in a text, at its start or anywhere as the phrase demands. `text` is lower case. */
export function hasMarker(text: string, markers: readonly Marker[]): boolean {
  if (text === '') return false;
  for (const marker of markers) {
    if (marker.at === 'start' ? text.startsWith(marker.text) : text.includes(marker.text)) return true;
  }
  return false;
}

/** A subject without the signs of a mailing list, spam filter, reply or forward before it. */
export function bareSubject(subject: string): string {
  return subject.replace(/^(?:\s|(?:re|fwd?|aw|wg|tr|rv|sv|vs)(?:\[\d+\])?:|\[[^\]]{1,40}\]|\*{2,}[^*]{1,20}\*{2,})+/i, '');
}
