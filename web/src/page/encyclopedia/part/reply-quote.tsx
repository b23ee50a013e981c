import type { JSX } from 'preact';
import { replyHref } from '../../../address.ts';
import { CopyButton } from '../../../component/copy-button.tsx';
import { encyclopedia } from '../../../wording/encyclopedia.ts';

/** A server's reply as it came, to be copied or read in the decoder. Its direction follows its first strong letter. */
export function ReplyQuote({
  id,
  line,
  host = null,
  language,
  children,
}: {
  readonly id: string;
  readonly line: string;
  readonly host?: string | null;
  readonly language: string | undefined;
  /** What is said of it. */
  readonly children?: JSX.Element | null;
}): JSX.Element {
  return (
    <figure class="reply">
      <blockquote>
        <samp id={id} dir="auto" lang={language}>
          {line}
        </samp>
      </blockquote>
      <figcaption>
        {children}
        {host === null ? null : <span>{encyclopedia.from(<code>{host}</code>)}</span>}
        <a href={replyHref({ reply: line, host })} aria-describedby={id}>
          {encyclopedia.decode}
        </a>
        <CopyButton of={id} label={encyclopedia.copyReply} />
      </figcaption>
    </figure>
  );
}
