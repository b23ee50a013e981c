/** Systems with everything that is written down of them, and the names under which their pages are found. */
export { systemAliases } from './alias.ts';
export { loadSystem, systemSlugs } from './generated/systems.ts';
export { movedPages } from './moved.ts';
export { familyOf, type ReasonFamily, reasonFamilies } from './vocabulary/reason-family.ts';
