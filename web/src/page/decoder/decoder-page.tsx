import type { JSX } from 'preact';
import type { ListQuery, SheetView } from '../../answer/shapes.ts';
import type { Carried } from '../../component/decoder/carried.tsx';
import { EventList } from '../../component/decoder/event-list.tsx';
import { Failure } from '../../component/decoder/failure.tsx';
import { InputForm } from '../../component/decoder/input-form.tsx';
import { Overview } from '../../component/decoder/overview.tsx';
import { type Assets, Document } from '../../component/document.tsx';
import { decoder } from '../../wording/decoder.ts';

/** Rows of the list that are shown at once. */
export const LIST_SIZE = 50;

/** The list as it is shown first. */
export const firstQuery: ListQuery = { from: 0, size: LIST_SIZE, filter: null };

/** What the decoder answers to a form that was posted. */
export interface PostedAnswer {
  readonly sheet: SheetView;
  readonly text: string;
  readonly carried: Carried | null;
}

/**
 * The decoder as HTML: empty as the build writes it, with the answer to a form as the server does. The
 * page's script draws the same components in its place.
 */
export function DecoderPage({
  assets,
  posted = null,
  problem = null,
}: {
  readonly assets: Assets;
  readonly posted?: PostedAnswer | null;
  /** Why the form could not be read, as sentences. */
  readonly problem?: string | null;
}): JSX.Element {
  return (
    <Document
      head={{
        title: decoder.title,
        description: decoder.description,
        path: '/',
        section: 'decoder',
        structuredData: null,
        isIndexed: posted === null,
      }}
      assets={assets}
      scripts={[assets.decoder]}
    >
      <div id="decoder">
        <Intro isCompact={posted !== null} />
        <InputForm text={posted?.text ?? ''} isCompact={posted !== null} form={null} />
        {problem === null ? null : (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {posted === null ? null : <Answer posted={posted} />}
      </div>
      <noscript>
        <p class="soft">{decoder.privateForm}</p>
      </noscript>
    </Document>
  );
}

/** What the page is for. */
export function Intro({ isCompact }: { readonly isCompact: boolean }): JSX.Element {
  return (
    <div class={isCompact ? 'intro compact' : 'intro'}>
      <h1>{decoder.heading}</h1>
      {isCompact ? null : (
        <p>
          {decoder.lead} <span class="needs-script">{decoder.private}</span>
        </p>
      )}
    </div>
  );
}

function Answer({ posted }: { readonly posted: PostedAnswer }): JSX.Element {
  const { sheet, carried } = posted;
  return (
    <div class="answer">
      {sheet.unread.map((sentence) => (
        <p key={sentence} class="problem">
          {sentence}
        </p>
      ))}
      {sheet.overview === null ? null : <Overview overview={sheet.overview} query={firstQuery} />}
      {sheet.list === null ? null : <EventList list={sheet.list} query={firstQuery} carried={carried} />}
      <Failure failure={sheet.first} carried={carried} />
    </div>
  );
}
