import { ruleTable, tableOf } from '@whybounce/knowledge';
import { ruleIndex } from '../generated/rule-index.ts';
import type { Layer } from '../match/layer.ts';
import { Matcher } from '../match/matcher.ts';
import { normalise } from '../text/normalise.ts';
import type { Overlay } from './overlay.ts';
import { OverlayError, type OverlayFault } from './overlay-error.ts';
import { proofFaults } from './prove-entry.ts';
import { builtInSystem } from './read-system.ts';
import { type OverlayProse, type RuleProse, RuleSet } from './rule-set.ts';
import { canBeNamed } from './validate-system.ts';

/**
 * The built-in rules with overlays over them. Overlays stand beside each other: what each adds, switches
 * off or notes is in force, and their rules are ranked among each other like any rules, whichever file
 * they stand in. Compile it once, use it for any number of inputs.
 *
 * @throws {@link OverlayError} where two overlays contradict each other, or a proof of theirs does not hold
 */
export function rulesWith(overlays: readonly Overlay[]): RuleSet {
  refuseContradictions(overlays);
  const systems = overlays.flatMap((overlay) => overlay.systems);
  const layer: Layer = {
    table: tableOf(
      systems.map(({ slug, ...system }) => ({ slug, system })),
      ruleTable.version,
      normalise,
    ),
    borrowing: new Set(systems.flatMap((system, i) => (canBeNamed(system) ? [] : i))),
    // A rule with the id of a built-in one takes its place.
    disabled: new Set([
      ...overlays.flatMap(({ disable }) => disable),
      ...systems.flatMap(({ slug, entries }) => entries.map(({ id }) => `${slug}/${id}`)),
    ]),
  };
  const rules = new RuleSet(new Matcher(ruleTable, ruleIndex, layer), proseOf(overlays));
  for (const overlay of overlays) prove(overlay, rules);
  return rules;
}

/** One id means one rule, and one slug one kind of system. */
function refuseContradictions(overlays: readonly Overlay[]): void {
  const rules = new Map<string, string>();
  const kinds = new Map<string, { readonly kind: string; readonly source: string }>();
  for (const { source, systems } of overlays) {
    const faults: OverlayFault[] = [];
    for (const [i, { slug, kind, entries }] of systems.entries()) {
      const path = `systems[${i}]`;
      for (const [k, { id }] of entries.entries()) {
        const rule = `${slug}/${id}`;
        const other = rules.get(rule);
        if (other !== undefined)
          faults.push({ path: `${path}.entries[${k}].id`, says: `${rule} stands in ${other} too: write another id.` });
        rules.set(rule, source);
      }
      const known = kinds.get(slug);
      if (known !== undefined && known.kind !== kind)
        faults.push({
          path: `${path}.kind`,
          says: `${slug} is ${known.kind} in ${known.source}: write the same in both.`,
        });
      kinds.set(slug, { kind, source });
    }
    if (faults.length > 0) throw new OverlayError(source, faults);
  }
}

function proseOf(overlays: readonly Overlay[]): OverlayProse {
  const rules = new Map<string, RuleProse>();
  const notes = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const overlay of overlays) {
    const { source } = overlay;
    for (const { slug, name, entries } of overlay.systems) {
      // A built-in system keeps its name: other rules of it are told by that too.
      if (builtInSystem(slug) === undefined && !names.has(slug)) names.set(slug, name);
      for (const { id, meaning, steps, link = null } of entries)
        rules.set(`${slug}/${id}`, { meaning, steps, link, source });
    }
    for (const [about, note] of overlay.notes) notes.set(about, [...(notes.get(about) ?? []), note]);
  }
  return { rules, notes, names };
}

function prove({ source, systems }: Overlay, rules: RuleSet): void {
  const faults = systems.flatMap(({ slug, entries }, i) =>
    entries.flatMap((entry, k) =>
      proofFaults(`${slug}/${entry.id}`, entry, (refusal) => rules.matches(refusal)).map(({ at, says }) => ({
        path: `systems[${i}].entries[${k}].${at}`,
        says,
      })),
    ),
  );
  if (faults.length > 0) throw new OverlayError(source, faults);
}
