/** A link or form of an HTML text. */
export interface HtmlLink {
  readonly url: string;
  /** The words that are shown for it, blanks folded. */
  readonly words: string;
  readonly as: 'link' | 'form';
  /** Around a picture. */
  readonly hasImage: boolean;
}

export interface HtmlImage {
  readonly url: string;
  /** Null where there is none at all: an empty one says that the picture is mere decoration. */
  readonly alt: string | null;
  /** At most two pixels wide or high, or not shown: it counts who opens, and is nothing to look at. */
  readonly isPixel: boolean;
  readonly isLinked: boolean;
}

/** What mail programs take out or warn of. */
export type ActiveKind = 'script' | 'frame' | 'object' | 'form' | 'event-handler' | 'script-link' | 'refresh';

export interface ActiveContent {
  readonly kind: ActiveKind;
  /** The element as it begins: untrusted. */
  readonly quote: string;
}

/** What an HTML text shows and holds. */
export interface HtmlContent {
  readonly links: readonly HtmlLink[];
  readonly images: readonly HtmlImage[];
  readonly active: readonly ActiveContent[];
  /** What is seen, blanks folded. */
  readonly visible: string;
  /** What stands there and is not seen, without the blanks that fill up a preview line. */
  readonly hidden: string;
  /** Whether it was longer or deeper than is read. */
  readonly isCut: boolean;
}
