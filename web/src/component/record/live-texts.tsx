import type { JSX } from 'preact';
import { decodedOctets } from '../../answer/record/decoded-octets.ts';
import type { PublishedTexts } from '../../answer/record/published.ts';
import { visibleText } from '../../answer/record/visible-text.ts';
import { recordWording } from '../../wording/record.ts';

/** What is published at a name, or that this could not be read. */
export function LiveTexts({ live }: { readonly live: PublishedTexts }): JSX.Element {
  const { name, status, isKnown, texts, isWritten } = live;
  return (
    <div class="live-texts">
      {isWritten ? <p dir="auto">{recordWording.written(name)}</p> : null}
      {isKnown || isWritten ? null : (
        <p class="problem" role="alert">
          {recordWording.unknown(name, status)}
        </p>
      )}
      {(isKnown || isWritten) && texts.length === 0 ? <p>{recordWording.nothingLive(name)}</p> : null}
      {texts.length > 1 ? <p class="problem">{recordWording.several(name, texts.length)}</p> : null}
      {texts.map((text, index) => (
        <figure class="record-text" key={index}>
          <figcaption>
            <bdi>{recordWording.recordAt(name)}</bdi>
          </figcaption>
          <pre dir="auto">{visibleText(decodedOctets(text))}</pre>
        </figure>
      ))}
    </div>
  );
}
