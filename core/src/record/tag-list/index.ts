/** The tag=value lists of mail records. */
export { findTag, parseTagList, type Tag, type TagList } from './parse-tag-list.ts';
export type { TagFault, TagFaultKind } from './tag-fault.ts';
