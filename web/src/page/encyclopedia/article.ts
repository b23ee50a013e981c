import type { JSX } from 'preact';
import type { Section } from '../../component/header.tsx';

/** A page above this one. */
export interface Crumb {
  readonly name: string;
  readonly href: string;
}

/** A part of an article, with a link of its own. */
export interface ArticleSection {
  /** Stays for ever: links lead to it. */
  readonly id: string;
  readonly title: string;
  readonly content: JSX.Element;
}

/** What an article is to search engines (schema.org). */
export type ArticleKind = 'article' | 'term' | 'list';

/** A page of the encyclopedia before it is put into its frame. */
export interface Article {
  readonly path: string;
  readonly section: Section | null;
  readonly kind: ArticleKind;
  /** As the browser's tab and a search engine show it. */
  readonly title: string;
  /** One sentence or two, at most 160 characters. */
  readonly description: string;
  /** The pages above, the highest first. */
  readonly crumbs: readonly Crumb[];
  /** What the page is called among the crumbs. */
  readonly name: string;
  /** The heading, and all that stands before the first section. */
  readonly lead: JSX.Element;
  readonly sections: readonly ArticleSection[];
}

/** The sections that have something to say. */
export function present(sections: readonly (ArticleSection | null)[]): ArticleSection[] {
  return sections.filter((section) => section !== null);
}
