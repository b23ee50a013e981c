/**
 * Pages whose slug has changed, old → new: `system/entry`, or `system` for a hub. A slug that was ever
 * published (`slugs.txt`) stands here once nothing bears it any longer, so that links to it live on.
 */
export const movedPages: Readonly<Record<string, string>> = {};
